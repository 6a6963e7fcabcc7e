import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { readDelimited, writeDelimited } from './delimited.ts';

test('cells of a spreadsheet, also with line breaks and quotes inside', () => {
  expect(readDelimited('a\t"two\nlines"\r\n"say ""hi"""\t\r\n')).toEqual([
    ['a', 'two\nlines'],
    ['say "hi"', ''],
  ]);
});

test('a file with commas or semicolons', () => {
  expect(readDelimited('name,place\n"Doe, J.",Lyon')).toEqual([
    ['name', 'place'],
    ['Doe, J.', 'Lyon'],
  ]);
  expect(readDelimited('prix;nombre\n3,5;2')).toEqual([
    ['prix', 'nombre'],
    ['3,5', '2'],
  ]);
});

test.each(['one line, with a comma', 'two lines\nwithout cells', '', 'a, b\nand, c, d'])('%j has no cells', (text) => {
  expect(readDelimited(text)).toBeUndefined();
});

test('quotes that don’t close stay as they are', () => {
  expect(readDelimited('5" tube\t"open\nnext\tx')).toEqual([
    ['5" tube', '"open'],
    ['next', 'x'],
  ]);
});

test('what is copied comes back', () => {
  const cell = fastCheck.string({ unit: fastCheck.constantFrom('a', '"', '\t', '\n', ',', ' ') });
  const block = fastCheck.array(fastCheck.tuple(cell, cell), { minLength: 1, maxLength: 4 });
  fastCheck.assert(
    fastCheck.property(block, (rows) => {
      const isBlankEnd = rows.at(-1)?.every((text) => text === '') ?? false;
      fastCheck.pre(!isBlankEnd);
      expect(readDelimited(writeDelimited(rows))).toEqual(rows);
    }),
  );
});
