import type { SentenceDoubt } from '@jacquard/node-kit';
import { holdsWord, surely } from '../answer/word-set.ts';
import { fillerWords } from './filler-words.ts';
import { overlap } from './overlap.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';

/** The share of what a negation turns round that must be spoken of. */
const enough = 0.5;
/** The share of a clause that a denying sentence must hold for both to be about the same. */
const sameMatter = 0.6;

const excepts =
  /(?<!\p{L})(?:unless|except|apart|other than|only|sauf|hormis|excepté|à moins|hors|seulement)(?!\p{L})|(?<=\b(?:all|every\p{L}*) (?:\p{L}+ )?)but(?= )|(?<!\p{L})n(?:e |['’]).*(?<!\p{L})qu(?:e|['’])/iu;

/**
 * Negations lost or added. Lost: a passage denies something that the sentence says without denying it. Added: the sentence
 * denies something that no passage denies or excepts. Which word denies (not, never, without) doesn't matter.
 */
export function checkNegation(
  sentence: ReadSentence,
  near: readonly ReadSentence[],
  sources: readonly ReadSentence[],
): SentenceDoubt[] {
  return [...lost(sentence, near), ...added(sentence, sources)];
}

function lost(sentence: ReadSentence, near: readonly ReadSentence[]): SentenceDoubt[] {
  const { clauses } = sentence;
  const affirming = clauses.filter(({ negation, text }) => !negation && !excepts.test(text));
  const all = affirming.length === clauses.length;
  return near.flatMap((source) =>
    source.clauses.flatMap((denying) => {
      const isWhole = all && denying.negation !== undefined && overlap(denying.words, sentence.set) > sameMatter;
      const says = affirming.find((clause) => isTurnedRound(clause, denying, source));
      const isLost = isWhole || (says !== undefined && !isAffirmedElsewhere(says, near));
      if (!denying.negation || !isLost) return [];
      return [
        { kind: 'negation' as const, words: wordsOf(denying.negation.written, denying.text), change: 'lost' as const },
      ];
    }),
  );
}

/** The clause says what the other denies: most of what the negation turns round, or its first word in the same matter. */
function isTurnedRound(clause: Clause, { negation, words }: Clause, source: ReadSentence): boolean {
  if (!negation) return false;
  const share = overlap(negation.focus, clause.set);
  if (share > enough || (share >= enough && overlap(words, clause.set) > enough)) return true;
  const [first] = negation.focus;
  return (
    first !== undefined && holdsWord(clause.set, first) >= surely && overlap(clause.words, source.set) >= sameMatter
  );
}

/** Passages say it without a negation, too, and as fully. */
function isAffirmedElsewhere({ words }: Clause, near: readonly ReadSentence[]): boolean {
  return near.some(({ clauses }) =>
    clauses.some(
      ({ negation, set, text }, index) =>
        !negation && !excepts.test(text) && !isDeniedAlong(clauses, index) && overlap(words, set) === 1,
    ),
  );
}

/** A clause that `and` or `or` joins to a denied one may be denied along with it. */
function isDeniedAlong(clauses: readonly Clause[], index: number): boolean {
  const joined = /^\W*(?:and|or|nor|et|ou|ni)(?!\p{L})/iu.test(clauses[index]?.text ?? '');
  return joined && clauses[index - 1]?.negation !== undefined;
}

function added({ clauses }: ReadSentence, sources: readonly ReadSentence[]): SentenceDoubt[] {
  const hasException = clauses.some(({ text }) => excepts.test(text));
  const denying = sources.flatMap(({ clauses }) =>
    clauses.filter(({ negation, text }) => negation || (!hasException && excepts.test(text))),
  );
  return clauses.flatMap(({ negation, text, words }) => {
    if (!negation || negation.focus.length === 0 || /^\W*(?:no|non)\W*$/iu.test(text)) return [];
    if (denying.some((other) => isSameDenial(negation.focus, words, other))) return [];
    return [{ kind: 'negation' as const, words: wordsOf(negation.written, text), change: 'added' as const }];
  });
}

function isSameDenial(focus: Clause['words'], words: Clause['words'], other: Clause): boolean {
  const telling = (list: Clause['words']): Clause['words'] => list.filter(({ folded }) => !fillerWords.has(folded));
  const [first] = telling(focus);
  if (first !== undefined && !first.isLight && holdsWord(other.set, first) >= surely) return true;
  const isShort = other.words.every(({ isLight }) => isLight);
  return (
    overlap(telling(focus), other.set) >= enough ||
    overlap(telling(words), other.set) >= enough ||
    (isShort && overlap(focus, other.before) >= enough)
  );
}

/** The negation with what follows it, so that a reader finds the place. */
function wordsOf(written: string, clause: string): string {
  const at = clause.indexOf(written);
  return clause
    .slice(Math.max(0, at))
    .split(/\s+/)
    .slice(0, 4)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
}
