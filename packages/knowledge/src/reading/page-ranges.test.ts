import { expect, test } from 'vitest';
import { pageRanges } from './page-ranges.ts';

test('pages that follow one another are a range', () => {
  expect(pageRanges([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
  expect(pageRanges([])).toBe('');
});
