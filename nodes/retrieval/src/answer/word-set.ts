import { rough } from './word-families.ts';
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

const worth = { same: 0.85, built: 0.7, rough: 0.65 };

/** What a word must be held by to be there, for those who check what somebody wrote. */
export const surely = 0.7;

/**
 * How well a set holds a word, 0 to 1: the word itself in any inflection 1, one that says the same 0.85, one that is built
 * on the same beginning (`member`, `membership`) 0.7, one of the same matter 0.65.
 */
export function holdsWord(set: WordSet, word: Pick<AnswerWord, 'stems' | 'folded' | 'families'>): number {
  if (set.folded.has(word.folded) || word.stems.some((stem) => set.stems.has(stem))) return 1;
  const shared = [...word.families].filter((family) => set.families.has(family));
  if (shared.some((family) => !family.startsWith(rough))) return worth.same;
  if (word.folded.length >= 6 && [...set.folded].some((other) => isRelated(word.folded, other))) return worth.built;
  return shared.length > 0 ? worth.rough : 0;
}

/** Whether two words are one, or say the same. */
export function saysTheSame(one: AnswerWord, other: AnswerWord): boolean {
  if (one.folded === other.folded || one.stems.some((stem) => other.stems.includes(stem))) return true;
  return (
    [...one.families].some((family) => other.families.has(family) && !family.startsWith(rough)) ||
    isRelated(one.folded, other.folded)
  );
}

const leastShared = 5;

/** The same beginning: at least five letters, and most of the longer word; a long one tells more. */
function isRelated(one: string, other: string): boolean {
  if (one.length < 6 || one.slice(0, leastShared) !== other.slice(0, leastShared)) return false;
  let shared = leastShared;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= Math.max(one.length, other.length) * (shared > 6 ? 0.55 : 0.62);
}
