import { expect, test } from 'vitest';
import { toCsv } from './to-csv.ts';

const cellOf = (value: string | number | boolean | null): string =>
  toCsv({ columns: ['a'], rows: [{ a: value }] })
    .replace('\uFEFFa\r\n', '')
    .replace(/\r\n$/, '');

test('a table reads back as it was: heads, quotes, line breaks, empty cells', () => {
  const rows = [
    { a: 'x, "y"', b: 1.5 },
    { a: 'two\nlines', b: null },
  ];
  expect(toCsv({ columns: ['a', 'b'], rows })).toBe('\uFEFFa,b\r\n"x, ""y""",1.5\r\n"two\nlines",\r\n');
});

test.for([
  '=HYPERLINK("http://x.test","y")',
  '+1+cmd|calc',
  '-1+2',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1',
  ' =1+1',
  '＝1+1',
  '\u0000=1',
])('no spreadsheet runs %j', (text) => {
  expect(cellOf(text)).toMatch(/^"?'/);
});

test('a head from a model is no formula either', () => {
  expect(toCsv({ columns: ['=1'], rows: [] })).toBe("\uFEFF'=1\r\n");
});

test.for([
  [-5, '-5'],
  ['-5', '-5'],
  ['+3.2e5', '+3.2e5'],
  [true, 'true'],
  ['a=b', 'a=b'],
] as const)('%j stays what it is', ([value, written]) => {
  expect(cellOf(value)).toBe(written);
});
