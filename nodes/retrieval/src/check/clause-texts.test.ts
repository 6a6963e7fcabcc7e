import { expect, test } from 'vitest';
import { clauseSpans } from './clause-texts.ts';

const clauses = (text: string): string[] => clauseSpans(text).map(({ start, end }) => text.slice(start, end).trim());

test.each([
  ['Adults may borrow 12 items, children eight.', ['Adults may borrow 12 items', ', children eight.']],
  ['Smoking and vaping are not allowed.', ['Smoking and vaping are not allowed.']],
  ['Open between 7:30 and 8:45 only.', ['Open between 7:30 and 8:45 only.']],
  ['It costs £3.20 a book, and £9 from abroad.', ['It costs £3.20 a book', 'and £9 from abroad.']],
  ['Il est fermé, sauf le lundi.', ['Il est fermé', 'sauf le lundi.']],
])('%s', (text, parts) => {
  expect(clauses(text)).toEqual(parts);
});
