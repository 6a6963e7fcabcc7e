import { expect, test } from 'vitest';
import { sharedTokens } from './shared-tokens.ts';

const tokens = (count: number, then: readonly number[] = []): number[] => [
  ...Array.from({ length: count }, (_token, index) => index),
  ...then,
];

test.each([
  ['the same prompt is shared whole, also within a block', tokens(37), tokens(37), 37],
  ['another end: whole blocks before it', tokens(25, [-1]), tokens(25, [-2]), 20],
  ['a longer state serves a shorter prompt by blocks', tokens(40), tokens(25), 20],
  ['a state that ends within a block serves a longer prompt by blocks', tokens(25), tokens(40), 20],
  ['nothing in common', [1, 2], [3, 4], 0],
  ['an empty state', [], tokens(30), 0],
])('%s', (_name, known, wanted, shared) => {
  expect(sharedTokens(known, wanted, 10)).toBe(shared);
});
