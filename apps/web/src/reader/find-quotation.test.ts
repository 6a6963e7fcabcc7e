import { expect, test } from 'vitest';
import { findQuotation } from './find-quotation.ts';

const found = (text: string, quotation: string): string[] =>
  findQuotation(text, quotation).map(({ start, end }) => text.slice(start, end));

test('white space, line breaks and hyphens of the layout do not count', () => {
  const page = 'Opening hours\nMembers may bor-\nrow up to  eight books\nfor three weeks. A fine';
  expect(found(page, 'Members may borrow up to eight books for three weeks.')).toEqual([
    'Members may bor-\nrow up to  eight books\nfor three weeks',
  ]);
});

test('ligatures, accents written in two, case and typographic marks are the same', () => {
  expect(found('The o\uFB03ce\u2019s \uFB02oor', "the office's floor")).toEqual(['The o\uFB03ce\u2019s \uFB02oor']);
  expect(found('la re\u0301ouverture', 'la réouverture')).toEqual(['la re\u0301ouverture']);
  expect(found('dix « ÉLÈVES »', 'élèves')).toEqual(['ÉLÈVES']);
});

test('strings of a page that stand without spaces between them are found as well', () => {
  expect(found('Membersmayborrow eightbooks', 'may borrow eight')).toEqual(['mayborrow eight']);
});

test('of a quotation that goes on on the next page, each page has its part', () => {
  const quotation = 'The reading room opens at nine in the morning and closes at six in the evening.';
  const first = 'Page head. The reading room opens at nine in the mor-\nPage 4 of 12';
  const second = 'Page head. ning and closes at six in the evening. Next subject.';
  expect(found(first, quotation)).toEqual(['The reading room opens at nine in the mor']);
  expect(found(second, quotation)).toEqual(['ning and closes at six in the evening']);
});

test('the header that a passage repeats is no hindrance', () => {
  const page =
    'Fees of the library 2024\nItem Price Period\nReservation of a book 0.50 once\nLost card replaced 3.00 once';
  const passage = 'Fees\nItem | Price | Period\nLost card replaced | 3.00 | once';
  expect(found(page, passage)).toEqual(['Lost card replaced 3.00 once']);
});

test.each([
  ['another text altogether, with nothing of it', 'Members may borrow eight books'],
  ['', 'words'],
  ['text', ''],
  ['text', ' … '],
])('nothing of it: %j, %j', (text, quotation) => {
  expect(findQuotation(text, quotation)).toEqual([]);
});

test('a page of fifty thousand letters is searched in a moment', () => {
  const page = 'abcdefghij klmnopqrst '.repeat(2500);
  const start = performance.now();
  findQuotation(page, `${'zyxwvutsrq ponm '.repeat(70)}end`);
  expect(performance.now() - start).toBeLessThan(500);
});
