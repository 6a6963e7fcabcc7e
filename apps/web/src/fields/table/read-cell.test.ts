import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, readCell } from './read-cell.ts';

test.each([
  ['400', 400],
  ['-2.5', -2.5],
  ['1e3', 1000],
  ['TRUE', true],
  ['faux', false],
  ['', null],
  ['00420', '00420'],
  ["'42", '42'],
  ['1,234', '1,234'],
  ['linen', 'linen'],
])('%j is read as %j', (text, cell) => {
  expect(readCell(text)).toBe(cell);
});

test('a French decimal comma is one on a French page', () => {
  expect(readCell('3,5', 'fr')).toBe(3.5);
});

test('what a cell shows while it is edited gives the same cell again', () => {
  const cells = fastCheck.oneof(
    fastCheck.string({ minLength: 1 }),
    fastCheck.boolean(),
    fastCheck.integer(),
    fastCheck.constantFrom('42', "'a", 'true', '3,5'),
  );
  fastCheck.assert(
    fastCheck.property(cells, fastCheck.constantFrom('en' as const, 'fr' as const), (cell, language) => {
      expect(readCell(cellText(cell, language), language)).toBe(cell);
    }),
  );
});
