import { expect, test } from 'vitest';
import { countTokens } from './count-tokens.ts';

const token = () => ({ id: 1, text: 'x', bytes: '78', isSpecial: false });

test('characters are counted as people do, bytes as they are stored', () => {
  expect(countTokens('Été 🧵', [token(), token(), token()])).toEqual({
    tokens: 3,
    characters: 5,
    bytes: 10,
    words: 1,
    tokensPerWord: 3,
  });
});

test('a text without a word has no tokens a word', () => {
  expect(countTokens('…', [token()]).tokensPerWord).toBeUndefined();
});
