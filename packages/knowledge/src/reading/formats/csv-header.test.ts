import { expect, test } from 'vitest';
import { guessHeader } from './csv-header.ts';

const likely = { isLikely: true };
const unlikely = { isLikely: false };

test('names that differ are a header, numbers and dates are none, years may be', () => {
  expect(guessHeader(['Site', 'Loans'], [['Oxhill', '12']], likely)).toBe(true);
  expect(guessHeader(['Oxhill', '12'], [['Port', '13']], likely)).toBe(false);
  expect(guessHeader(['13/01/2024', 'Story time'], [['14/01/2024', 'Chess']], likely)).toBe(false);
  expect(guessHeader(['Site', '2023', '2024'], [['Oxhill', '12', '13']], likely)).toBe(true);
  expect(guessHeader(['2023', '2024'], [['12', '13']], likely)).toBe(false);
  expect(guessHeader(['a', 'a'], [['b', 'c']], likely)).toBe(false);
  expect(guessHeader(['Month', 'Jan 2024'], [['books', '5']], likely)).toBe(true);
  expect(guessHeader([`${'How satisfied '.repeat(10)}?`, 'Age'], [['very', '40']], likely)).toBe(true);
});

test('a row alone, or one far shorter than those below, is no header', () => {
  expect(guessHeader(['Site', 'Loans'], [], likely)).toBe(false);
  expect(guessHeader(['Loans', '', ''], [['a', 'b', 'c']], likely)).toBe(false);
});

test('where a header is not likely, figures must stand below a name', () => {
  expect(guessHeader(['Name', 'Phone'], [['Ada', 'none']], unlikely)).toBe(false);
  expect(
    guessHeader(
      ['Name', 'Seats'],
      [
        ['hall', '120'],
        ['room', '12 m²'],
      ],
      unlikely,
    ),
  ).toBe(true);
});
