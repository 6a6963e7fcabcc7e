import { expect, test } from 'vitest';
import { readNumberWords } from './number-words.ts';

test.each([
  ['en', 'twenty two books', 22, 2],
  ['en', 'two hundred and five', 205, 4],
  ['en', 'three thousand', 3000, 2],
  ['en', 'ten two', 10, 1],
  ['en', 'twenty one', 21, 2],
  ['fr', 'quatre vingt dix sept', 97, 4],
  ['fr', 'deux mille vingt six', 2026, 4],
  ['fr', 'vingt et un', 21, 3],
])('%s: %s', (language, words, value, count) => {
  expect(readNumberWords(words.split(' '), language)).toEqual({ value, count });
});

test('articles and other words are no numbers', () => {
  expect(readNumberWords(['one', 'book'], 'en')).toBeUndefined();
  expect(readNumberWords(['une', 'carte'], 'fr')).toBeUndefined();
  expect(readNumberWords([], 'fr')).toBeUndefined();
});
