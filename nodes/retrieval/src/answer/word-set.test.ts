import { loadLanguageTools } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { createWordReader } from './word-reader.ts';
import { holdsWord, wordSet } from './word-set.ts';

const reader = createWordReader(await loadLanguageTools());

function holds(text: string, word: string, language: string): number {
  const [asked] = reader.words(word, language);
  if (!asked) throw new Error(`no content: ${word}`);
  return holdsWord(wordSet(reader.words(text, language)), asked);
}

test('a word is held in any inflection, less by one that says the same, not by another', () => {
  expect(holds('Two computers', 'computer', 'en')).toBe(1);
  expect(holds('It is lent for a week', 'borrow', 'en')).toBeGreaterThan(0.5);
  expect(holds('for each member', 'membership', 'en')).toBeGreaterThan(0.5);
  expect(holds('Two computers', 'cupboard', 'en')).toBe(0);
  expect(holds('La perte d’une carte', 'perds', 'fr')).toBeGreaterThan(0.5);
  expect(holds('La perte d’une carte', 'porte', 'fr')).toBe(0);
});

test('figures and grammar are no content; years are', () => {
  const words = (text: string, language: string): string[] => reader.words(text, language).map(({ folded }) => folded);
  expect(words('In 2024 we had twelve of the 25 books.', 'en')).toEqual(['2024', 'books']);
  expect(words('l’heure du conte', 'fr')).toEqual(['heure', 'conte']);
});
