import { expect, test } from 'vitest';
import { scoreFigure, scoreShare } from './score-text.ts';

const figure = (value: number, lowest: number, highest: number): string =>
  scoreFigure({ value, right: undefined, of: undefined }, { lowest, highest }, 'en');

test('shares are told in hundredths, likelihoods so that they differ, grades as they are', () => {
  expect([0, 0.333, 1].map((value) => figure(value, 0, 1))).toEqual(['0%', '33%', '100%']);
  expect([0.0024, 0.00053, 0.000021, 0, 3e-9].map((value) => figure(value, 0, 0.0024))).toEqual([
    '0.24%',
    '0.053%',
    '0.0021%',
    '0%',
    '3.0e-9',
  ]);
  expect([figure(7.5, 0, 10), figure(-2, -5, -0.5)]).toEqual(['7.5', '-2']);
});

test('the highest of likelihoods has a whole bar', () => {
  const score = { value: 0.0024, right: undefined, of: undefined };
  expect(scoreShare(score, { lowest: 0, highest: 0.0024 })).toBe(1);
});
