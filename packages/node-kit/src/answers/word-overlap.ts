import { normaliseAnswer } from './normalise-answer.ts';

/**
 * How much two texts have in common, from 0 to 1: F1 over their word pairs (bigrams) and single words, each counted as often as it
 * stands (as ROUGE-1 and ROUGE-2, Lin 2004, averaged); of texts of one word, over single words. Words are compared normalised.
 */
export function wordOverlap(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const singles = f1(words, others);
  return words.length < 2 || others.length < 2 ? singles : (singles + f1(pairsOf(words), pairsOf(others))) / 2;
}

function wordsOf(text: string): readonly string[] {
  return normaliseAnswer(text)
    .split(' ')
    .filter((word) => word !== '');
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function f1(some: readonly string[], others: readonly string[]): number {
  if (some.length === 0 || others.length === 0) return some.length === others.length ? 1 : 0;
  const counts = new Map<string, number>();
  for (const item of some) counts.set(item, (counts.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of others) {
    const left = counts.get(item) ?? 0;
    if (left === 0) continue;
    counts.set(item, left - 1);
    shared += 1;
  }
  return (2 * shared) / (some.length + others.length);
}
