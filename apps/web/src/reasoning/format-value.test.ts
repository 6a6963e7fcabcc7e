import { expect, test } from 'vitest';
import { formatValue } from './format-value.ts';

test.each([
  [4, '4'],
  [0.85, '0.85'],
  [20.001, '20'],
  [0.0004, '4.0e-4'],
  [-1204.5, '-1,204.5'],
  [1e12, '1.0e+12'],
  [0, '0'],
])('%d reads %s', (value, text) => {
  expect(formatValue(value, 'en')).toBe(text);
});

test('figures are written as in the reader’s language', () => {
  expect(formatValue(0.5, 'fr')).toBe('0,5');
});
