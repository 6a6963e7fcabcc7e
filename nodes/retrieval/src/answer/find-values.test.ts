import { expect, test } from 'vitest';
import { findValues } from './find-values.ts';

const values = (text: string, language: string): string[] =>
  findValues(text, language).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ['en', 'It costs £1,500, 35 pence or 25p.', ['money 1500', 'money 0.35', 'money 0.25']],
  ['en', '1.6 per cent of 61,400 books', ['percent 1.6', 'number 61400']],
  ['en', 'sixty-three volunteers, two hundred and five, twice', ['number 63', 'number 205', 'number 2']],
  ['en', 'Call 01632 960 110 before 18:30.', ['phone 01632960110', 'time 1110']],
  ['en', 'On Saturday 28 June 2025', ['date weekday 6', 'date 28-6-2025']],
  ['en', 'Founded in 1903 with 2000 books', ['date --1903', 'number 2000']],
  ['fr', '1 234,56 € et quatre-vingt-dix livres', ['money 1234.56', 'number 90']],
  ['fr', 'soixante et onze pages, une trentaine', ['number 71', 'number 30']],
  ['fr', 'le 1er janvier 2022, de 9 h 30 à 18 h', ['date 1-1-2022', 'time 570', 'time 1080']],
  ['fr', 'au 05 55 00 12 40', ['phone 0555001240']],
  ['fr', 'Quinze euros par an', ['money 15']],
])('%s: %s', (language, text, found) => {
  expect(values(text, language)).toEqual(found);
});

test('the verb “may” is no month, the month is', () => {
  expect(values('Children up to 11 may borrow 8 items. May I?', 'en')).toEqual(['number 11', 'number 8']);
  expect(values('on 11 May', 'en')).toEqual(['date 11-5-']);
});

test('where a figure stands is told', () => {
  const text = 'up to 12 items';
  expect(findValues(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(['12']);
});
