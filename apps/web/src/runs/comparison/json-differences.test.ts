import { expect, test } from 'vitest';
import { jsonDifferences } from './json-differences.ts';

test('tells the deepest places that differ, those that are in one alone too', () => {
  const left = { a: [{ page: 1, text: 'x' }, 2], same: { deep: true }, only: 'left' };
  const right = { a: [{ page: 4, text: 'x' }, 2, 3], same: { deep: true } };
  expect(jsonDifferences(left, right, 10)).toEqual([
    { path: 'a[0].page', left: 1, right: 4 },
    { path: 'a[2]', left: undefined, right: 3 },
    { path: 'only', left: 'left', right: undefined },
  ]);
});

test('what changed its form is told whole, and values that differ everywhere are told in part', () => {
  expect(jsonDifferences({ a: [1] }, { a: { 0: 1 } }, 10)).toEqual([{ path: 'a', left: [1], right: { 0: 1 } }]);
  const many = Array.from({ length: 50 }, (_, index) => index);
  expect(jsonDifferences(many, many.map(String), 7)).toHaveLength(7);
});
