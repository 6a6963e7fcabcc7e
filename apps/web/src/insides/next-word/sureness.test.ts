import { expect, test } from 'vitest';
import { formatChance } from './format-chance.ts';
import { choicesOf, surenessOf } from './sureness.ts';

test('equally likely tokens are as many choices as they are; a sure one is one', () => {
  expect(choicesOf([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(4);
  expect(choicesOf([1, 0, 0])).toBeCloseTo(1);
  expect(choicesOf([0.9, 0.1])).toBeLessThan(1.5);
});

test.each([
  [1, 'sure'],
  [3, 'rather-sure'],
  [20, 'torn'],
  [4000, 'very-torn'],
])('%s choices are %s', (choices, word) => {
  expect(surenessOf(choices)).toBe(word);
});

test.each([
  [0, '0%'],
  [0.000_03, '< 0.1%'],
  [0.0342, '3.4%'],
  [0.42, '42%'],
  [0.9991, '> 99%'],
  [1, '100%'],
])('%s reads %s', (chance, text) => {
  expect(formatChance(chance, 'en')).toBe(text);
});
