import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

const tableOf = async (text: string, inputs: object = {}) =>
  (await runNode(parseCsv, { inputs: { text, ...inputs } })).outputs['table'];

test('quoted cells may hold separators, quotes and line breaks', async () => {
  expect(await tableOf('a,b\n"x, ""y""","two\nlines"\n')).toEqual({
    columns: ['a', 'b'],
    rows: [{ a: 'x, "y"', b: 'two\nlines' }],
  });
});

test('a column is of numbers only if every cell is one', async () => {
  expect(await tableOf('n,m,zip\n1,1,01200\n-2.5,x,75001')).toMatchObject({
    rows: [
      { n: 1, m: '1', zip: '01200' },
      { n: -2.5, m: 'x', zip: '75001' },
    ],
  });
});

test('names are made where there are none, or twice the same', async () => {
  expect(await tableOf('a,a,\n1,2,3,4')).toMatchObject({ columns: ['a', 'a (2)', 'column 3', 'column 4'] });
  expect(await tableOf('1\t2', { header: false })).toEqual({
    columns: ['column 1', 'column 2'],
    rows: [{ 'column 1': 1, 'column 2': 2 }],
  });
});

test('short rows end in empty cells', async () => {
  expect(await tableOf('a,b\n1')).toEqual({ columns: ['a', 'b'], rows: [{ a: 1, b: null }] });
});

test('a quotation mark that is never closed is an error, not a lost half of the file', async () => {
  await expect(tableOf('a,b\n"x,1\ny,2\n')).rejects.toMatchObject({ code: 'csv-quote-open' });
});

test('an empty text is an empty table', async () => {
  expect(await tableOf('')).toEqual({ columns: [], rows: [] });
});

test('between bars, spaces belong to the look of the table; between commas, to the cell', async () => {
  expect(await tableOf('yarn | metres\nlinen | 400\n')).toEqual({
    columns: ['yarn', 'metres'],
    rows: [{ yarn: 'linen', metres: 400 }],
  });
  expect(await tableOf('yarn | use\nlinen | warp \n', { delimiter: 'bar' })).toMatchObject({
    rows: [{ yarn: 'linen', use: 'warp' }],
  });
  expect(await tableOf('yarn,use\n linen,warp')).toMatchObject({ rows: [{ yarn: ' linen' }] });
});
