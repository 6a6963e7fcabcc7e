import { expect, test } from 'vitest';
import { countTokens } from './count-tokens.ts';

const token = (isSpecial = false) => ({ id: 1, text: 'x', bytes: '78', isSpecial });

test('characters are counted as people do, bytes as they are stored', () => {
  expect(countTokens('Été 🧵', [token(), token(), token()])).toEqual({
    tokens: 3,
    characters: 5,
    bytes: 10,
    words: 1,
    tokensPerWord: 3,
  });
});

test('what steers the model is no part of a word, and a text may have none', () => {
  expect(countTokens('one two', [token(true), token(), token(), token(true)]).tokensPerWord).toBe(1);
  expect(countTokens('…', [token()]).tokensPerWord).toBeUndefined();
});
