import type { Descriptor, Language } from '@jacquard/flow';

/** Text as it is compared: lower case, without accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}

/**
 * Node types that match what a person types, best first: by title, then type and keywords, then summary, in both
 * languages. All words must be found. Without words, all types in their order.
 */
export function searchNodes(descriptors: Iterable<Descriptor>, query: string, language: Language): Descriptor[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const all = [...descriptors];
  if (words.length === 0) return all;
  return all
    .map((descriptor) => ({ descriptor, score: scoreOf(descriptor, words, language) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ descriptor }) => descriptor);
}

function scoreOf(descriptor: Descriptor, words: readonly string[], language: Language): number {
  const other = language === 'en' ? 'fr' : 'en';
  const places: readonly (readonly [string, number])[] = [
    [fold(descriptor.title[language]), 10],
    [fold(descriptor.title[other]), 6],
    [fold(descriptor.type), 6],
    [fold(descriptor.keywords?.[language] ?? ''), 4],
    [fold(descriptor.keywords?.[other] ?? ''), 3],
    [fold(descriptor.summary[language]), 1],
  ];
  let total = 0;
  for (const word of words) {
    const best = Math.max(...places.map(([text, weight]) => weight * matchOf(text, word)));
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

/** 3: the text begins so. 2: one of its words does. 1: it stands inside. 0.5: its letters stand there in order. */
function matchOf(text: string, word: string): number {
  if (text.startsWith(word)) return 3;
  if (text.includes(` ${word}`) || text.includes(`.${word}`)) return 2;
  if (text.includes(word)) return 1;
  return text.length < 40 && word.length > 2 && isSubsequence(word, text) ? 0.5 : 0;
}

function isSubsequence(word: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** Whether a text holds all words of a query, whatever their case and accents. */
export function hasWords(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
