import { expect, test } from 'vitest';
import { listAsTable } from './table-data.ts';

test('objects that have names in common are rows; what one lacks stays empty', () => {
  expect(listAsTable([{ a: 1, b: 'x' }, { a: 2 }])).toEqual({
    columns: ['a', 'b'],
    rows: [{ a: 1, b: 'x' }, { a: 2 }],
  });
});

test('numbers are one column', () => {
  expect(listAsTable([3, 4])).toEqual({ columns: ['value'], rows: [{ value: 3 }, { value: 4 }] });
});

test.for([[], [1, 'a'], [{ a: 1 }, { b: 2 }], ['x'], { a: 1 }, [[1], [2]]])('%j is no table', (value) => {
  expect(listAsTable(value)).toBeUndefined();
});
