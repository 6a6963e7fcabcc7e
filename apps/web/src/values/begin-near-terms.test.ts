import { expect, test } from 'vitest';
import { beginNearTerms } from './begin-near-terms.ts';

const text = `${'Opening hours and other matters. '.repeat(6)}Members may borrow eight books for three weeks.`;

test('a passage is shown from where the searched words stand', () => {
  expect(beginNearTerms(text, ['borrowed'])).toMatch(/^….{0,30}borrow eight/);
});

test('one that begins with them, or hasn’t got them, is shown from its beginning', () => {
  expect(beginNearTerms(text, ['opening'])).toBe(text);
  expect(beginNearTerms(text, ['giraffe'])).toBe(text);
  expect(beginNearTerms(text, [])).toBe(text);
});
