import { expect, test } from 'vitest';
import { staysAhead } from './stays-ahead.ts';

test('without an answer nothing leads', () => {
  expect(staysAhead([], 'beta')).toBe(0);
});

test.each([
  [[1], 0.75],
  [[3], 0.9375],
  [[4], 0.96875],
  [[2, 2], 0.5],
  [[5, 1], 0.9375],
])('after %j it is as sure as the Beta distribution says', (counts, sure) => {
  expect(staysAhead(counts, 'beta')).toBeCloseTo(sure, 10);
});

test('against all others it is less sure than against the second, and says the same of two', () => {
  expect(staysAhead([5, 1], 'dirichlet')).toBeCloseTo(staysAhead([5, 1], 'beta'), 10);
  expect(staysAhead([5, 2, 2, 2], 'dirichlet')).toBeLessThan(staysAhead([5, 2], 'beta'));
  expect(staysAhead([3, 3, 3], 'dirichlet')).toBeCloseTo(1 / 3, 4);
  expect(staysAhead([1, 1, 1, 1], 'dirichlet')).toBeCloseTo(1 / 4, 4);
});

test('many samples are reckoned with, too', () => {
  expect(staysAhead([150, 50, 30, 20, 10], 'dirichlet')).toBeGreaterThan(0.999);
  expect(staysAhead([500, 490], 'beta')).toBeGreaterThan(0.5);
});
