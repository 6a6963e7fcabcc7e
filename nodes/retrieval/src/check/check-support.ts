import type { SentenceDoubt } from '@jacquard/node-kit';
import { wordSet } from '../answer/word-set.ts';
import { holdsWord } from '../answer/word-set.ts';
import type { AnswerWord } from '../answer/word-reader.ts';
import { overlap } from './overlap.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';

/** Words of which one excludes the other: they must stand in the very clause that the sentence stands on. */
const opposites = new Set(
  `open opens opened close closes closed free paid forgotten kept forbidden allowed first last more less fewer minimum maximum
   under over least most inside outside lost found adults children accepted refused included excluded
   ouvert ouverte ouvre ferme fermee fermes gratuit gratuite payant payante interdit permis premier dernier plus moins minimum maximum
   dedans dehors perdu trouve adultes enfants accepte refuse compris`.split(/\s+/),
);

/** Words that speak about the text or the answer, and ones that add nothing. */
const filler = new Set(
  `answer question text passage document documents information indeed also therefore however example access simply generally specific available
   mentioned stated says provides clear clearly means mean reponse question texte passage document information indique egalement aussi donc
   cependant exemple simplement precise disponible`.split(/\s+/),
);

/** The share of a clause's words that may be the writer's own. */
const mostOwn = 0.3;

/**
 * What a sentence says that no passage says: clauses with more than a few words of their own, and words that have an
 * opposite (`open`, `closed`) where the passage's clause doesn't hold them.
 */
export function checkSupport(
  sentence: ReadSentence,
  sources: readonly ReadSentence[],
  question: ReadSentence,
): SentenceDoubt[] {
  const known = wordSet([...sources.flatMap(({ words }) => words), ...question.words]);
  const clauses = sources.flatMap(({ clauses }) => clauses);
  return sentence.clauses.flatMap((clause) => {
    const telling = clause.words.filter(({ folded, isLight }) => !isLight && !filler.has(folded));
    const own = telling.filter((word) => holdsWord(known, word) === 0);
    const isOwn = own.length >= 2 || (own.length > 0 && own.length / telling.length > mostOwn);
    const turned = own.length > 0 ? [] : turnedRound(clause, clauses);
    const words = isOwn ? own : turned;
    return words.length === 0
      ? []
      : [
          {
            kind: 'unsupported' as const,
            words: words.map(({ written }) => written).join(', '),
            change: 'added' as const,
          },
        ];
  });
}

function turnedRound(clause: Clause, clauses: readonly Clause[]): AnswerWord[] {
  const telling = clause.words.filter(({ folded }) => opposites.has(folded));
  if (telling.length === 0 || clause.words.length < 3) return [];
  const rest = clause.words.filter(({ folded }) => !opposites.has(folded));
  const best = clauses.toSorted((one, other) => overlap(rest, other.set) - overlap(rest, one.set))[0];
  if (!best || overlap(rest, best.set) < 0.5) return [];
  return telling.filter(
    (word) =>
      !best.words.some(
        (other) => other.folded === word.folded || other.stems.some((stem) => word.stems.includes(stem)),
      ) && !best.words.some(({ folded }) => opposites.has(folded)),
  );
}
