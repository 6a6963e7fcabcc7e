import { expect, test } from 'vitest';
import { readPastedTable } from './read-pasted-table.ts';

test('cells from a spreadsheet become a table, numbers as numbers', () => {
  expect(readPastedTable('yarn\tmetres\r\nlinen\t400\r\nsilk\t\r\n')).toEqual({
    columns: ['yarn', 'metres'],
    rows: [
      { yarn: 'linen', metres: 400 },
      { yarn: 'silk', metres: null },
    ],
  });
});

test('a text without cells is no table, so that it is pasted as text', () => {
  expect(readPastedTable('just a line\nand another')).toBeUndefined();
});

test('columns without a name, or of the same name, get one of their own', () => {
  expect(readPastedTable('a\t\ta\n1\t2\t3')?.columns).toEqual(['a', 'C2', 'C3']);
});
