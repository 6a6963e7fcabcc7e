import type { AnswerWord } from '../answer/word-reader.ts';
import { holdsWord, surely, type WordSet } from '../answer/word-set.ts';

/** The share of words that a set holds, 0 to 1; light words don't count unless there are no others. 0 for no words. */
export function overlap(words: readonly AnswerWord[], set: WordSet): number {
  const telling = words.filter(({ isLight }) => !isLight);
  const counted = telling.length > 0 ? telling : words;
  if (counted.length === 0) return 0;
  return counted.reduce((sum, word) => sum + (holdsWord(set, word) >= surely ? 1 : 0), 0) / counted.length;
}
