import type { JsonValue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { compareValues, type Comparison } from './comparison.ts';

const truths: readonly [JsonValue, Comparison, JsonValue][] = [
  ['Yes ', 'equals', 'yes'],
  ['5', 'equals', 5],
  [' 5.0', 'equals', '5'],
  [true, 'equals', 'True'],
  [{ a: [1] }, 'equals', { a: [1] }],
  ['no', 'not-equals', 'yes'],
  ['A late book', 'contains', 'LATE'],
  [['Red', 'blue'], 'contains', 'red'],
  [{ Name: 'x' }, 'contains', 'name'],
  ['book', 'not-contains', 'late'],
  ['10', 'greater', '9'],
  ['2026-02-01', 'greater', '2026-01-31'],
  [3, 'at-least', 3],
  [-1, 'less', '0'],
  ['1e3', 'at-most', 1000],
  [' ', 'is-empty', null],
  [[], 'is-empty', null],
  [0, 'is-not-empty', null],
];

test.each(truths)('%j %s %j', (left, comparison, right) => {
  expect(compareValues(left, comparison, right)).toBe(true);
});

test('what has no order is neither greater nor less', () => {
  expect(compareValues('apple', 'greater', 3)).toBe(false);
  expect(compareValues('apple', 'at-most', 3)).toBe(false);
  expect(compareValues(undefined, 'less', 3)).toBe(false);
});

test('capitals count when asked to', () => {
  expect(compareValues('Yes', 'equals', 'yes', { ignoreCase: false })).toBe(false);
});

test('a long text of digits that is no number takes no time', () => {
  expect(compareValues(`${'1'.repeat(1_000_000)}x`, 'greater', 3)).toBe(false);
});
