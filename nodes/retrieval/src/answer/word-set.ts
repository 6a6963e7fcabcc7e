import type { AnswerWord } from './word-reader.ts';

/** Words of a text to look others up in. */
export interface WordSet {
  readonly stems: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

/** See {@link WordSet}. */
export function wordSet(words: readonly AnswerWord[]): WordSet {
  return {
    stems: new Set(words.flatMap(({ stems }) => stems)),
    folded: new Set(words.map(({ folded }) => folded)),
    families: new Set(words.flatMap(({ families }) => [...families])),
  };
}

/**
 * How well a set holds a word, 0 to 1: the word itself in any inflection 1, one that says the same 0.85, one that is built
 * on the same beginning (`member`, `membership`) 0.7.
 */
export function holdsWord(set: WordSet, word: Pick<AnswerWord, 'stems' | 'folded' | 'families'>): number {
  if (set.folded.has(word.folded) || word.stems.some((stem) => set.stems.has(stem))) return 1;
  for (const family of word.families) if (set.families.has(family)) return 0.85;
  if (word.folded.length < 6) return 0;
  for (const other of set.folded) if (isRelated(word.folded, other)) return 0.7;
  return 0;
}

/** Whether two words are one, or say the same. */
export function saysTheSame(one: AnswerWord, other: AnswerWord): boolean {
  if (one.folded === other.folded || one.stems.some((stem) => other.stems.includes(stem))) return true;
  return [...one.families].some((family) => other.families.has(family)) || isRelated(one.folded, other.folded);
}

const leastShared = 5;

/** The same beginning: at least five letters, and most of the longer word; a long one tells more. */
function isRelated(one: string, other: string): boolean {
  if (one.length < 6 || one.slice(0, leastShared) !== other.slice(0, leastShared)) return false;
  let shared = leastShared;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= Math.max(one.length, other.length) * (shared > 6 ? 0.55 : 0.62);
}
