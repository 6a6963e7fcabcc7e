import type { SentenceDoubt } from '@jacquard/node-kit';
import { holdsWord, surely, wordSet } from '../answer/word-set.ts';
import type { AnswerWord } from '../answer/word-reader.ts';
import { fillerWords } from './filler-words.ts';
import { oppositeWords } from './opposite-words.ts';
import { overlap } from './overlap.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';

/** The share of a clause's words that may be the writer's own. */
const mostOwn = 0.3;
/** The share of a clause's words that may stand in another sentence than the one it stands on. */
const mostMixed = 0.3;

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
    const telling = clause.words.filter(({ folded, isLight }) => !isLight && !fillerWords.has(folded));
    const own = telling.filter((word) => holdsWord(known, word) < surely);
    const isOwn = own.length >= 2 || (own.length > 0 && own.length / telling.length > mostOwn);
    const turned = own.length > 0 ? [] : turnedRound(clause, clauses);
    const words = isOwn ? own : turned.length > 0 ? turned : mixed(telling, sources);
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

/** Words that come from another sentence than the rest: what is said of one thing is said of another. */
function mixed(telling: readonly AnswerWord[], sources: readonly ReadSentence[]): readonly AnswerWord[] {
  const said = telling.filter((word) => sources.some(({ set }) => holdsWord(set, word) >= surely));
  const missing = sources.map(({ set }) => said.filter((word) => holdsWord(set, word) < surely));
  const fewest = missing.toSorted((one, other) => one.length - other.length)[0] ?? [];
  return fewest.length > 1 && fewest.length / said.length > mostMixed ? fewest : [];
}

/** Words with an opposite that the clauses which say the rest best don't hold. */
function turnedRound(clause: Clause, clauses: readonly Clause[]): AnswerWord[] {
  const telling = clause.words.filter(({ folded }) => oppositeWords.has(folded));
  if (telling.length === 0 || clause.words.length < 3) return [];
  const rest = clause.words.filter(({ folded }) => !oppositeWords.has(folded));
  const most = Math.max(0, ...clauses.map(({ set }) => overlap(rest, set)));
  if (most < 0.5) return [];
  const best = clauses.filter(({ set }) => overlap(rest, set) === most);
  return telling.filter(
    (word) => best.some((other) => !other.words.some((one) => isForm(one, word))) && isElsewhere(word, best),
  );
}

/** Of several clauses that say the rest as well, one with a word of the other sense is enough. */
function isElsewhere(word: AnswerWord, best: readonly Clause[]): boolean {
  const without = best.filter(({ words }) => !words.some((one) => isForm(one, word)));
  return (
    without.length === best.length || without.some(({ words }) => words.some(({ folded }) => oppositeWords.has(folded)))
  );
}

function isForm(one: AnswerWord, other: AnswerWord): boolean {
  return one.folded === other.folded || one.stems.some((stem) => other.stems.includes(stem));
}
