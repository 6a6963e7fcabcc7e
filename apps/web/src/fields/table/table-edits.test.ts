import { expect, test } from 'vitest';
import {
  blockOf,
  cellsOf,
  clearBlock,
  dropColumn,
  dropRow,
  insertColumn,
  insertRow,
  isBlank,
  pasteBlock,
  setCell,
} from './table-edits.ts';

const table = {
  columns: ['yarn', 'metres'],
  rows: [
    { yarn: 'linen', metres: 400 },
    { yarn: 'silk', metres: 90 },
  ],
};

test('a pasted block lies where the focus is, and the table grows as it needs', () => {
  expect(pasteBlock(table, { row: 1, column: 1 }, [[1, true], [2]])).toEqual({
    columns: ['yarn', 'metres', 'C3'],
    rows: [
      { yarn: 'linen', metres: 400, C3: null },
      { yarn: 'silk', metres: 1, C3: true },
      { yarn: null, metres: 2, C3: null },
    ],
  });
});

test('pasted on the names, the first row names the columns', () => {
  expect(
    pasteBlock(table, { row: -1, column: 0 }, [
      ['thread', 'length'],
      ['wool', 7],
    ]),
  ).toEqual({
    columns: ['thread', 'length'],
    rows: [
      { thread: 'wool', length: 7 },
      { thread: 'silk', length: 90 },
    ],
  });
});

test('a block is copied whichever corner it was drawn from, with names where it holds them', () => {
  expect(cellsOf(table, blockOf({ row: 1, column: 1 }, { row: -1, column: 0 }))).toEqual([
    ['yarn', 'metres'],
    ['linen', 400],
    ['silk', 90],
  ]);
});

test('two columns never share a name', () => {
  expect(setCell(table, { row: -1, column: 1 }, 'yarn').columns).toEqual(['yarn', 'metres']);
  expect(setCell(table, { row: -1, column: 1 }, 'length').rows[0]).toEqual({ yarn: 'linen', length: 400 });
});

test('rows and columns come and go at their place; one column stays', () => {
  expect(insertRow(table, 1).rows.map(({ yarn }) => yarn)).toEqual(['linen', null, 'silk']);
  expect(dropRow(table, 0).rows).toEqual([{ yarn: 'silk', metres: 90 }]);
  expect(insertColumn(table, 1).columns).toEqual(['yarn', 'C3', 'metres']);
  expect(dropColumn(dropColumn(table, 0), 0)).toEqual({ columns: ['metres'], rows: [{ metres: 400 }, { metres: 90 }] });
});

test('emptied cells leave a blank table', () => {
  expect(isBlank(clearBlock(table, blockOf({ row: 0, column: 0 }, { row: 1, column: 1 })))).toBe(true);
  expect(isBlank(table)).toBe(false);
});
