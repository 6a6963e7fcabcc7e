import { expect, test } from 'vitest';
import { arrangeRows, nextOrder } from './arrange-rows.ts';

const table = {
  columns: ['name', 'price'],
  rows: [
    { name: 'élan', price: 10 },
    { name: 'Zoo', price: null },
    { name: 'eau 10', price: 9 },
    { name: 'eau 9', price: -2 },
  ],
};
const names = (places: readonly number[]) => places.map((place) => table.rows[place]?.name);

test('numbers by size, what is empty last both ways', () => {
  expect(names(arrangeRows(table, { column: 'price', isDown: false }, '', 'en'))).toEqual([
    'eau 9',
    'eau 10',
    'élan',
    'Zoo',
  ]);
  expect(names(arrangeRows(table, { column: 'price', isDown: true }, '', 'en')).at(-1)).toBe('Zoo');
});

test('texts as the language orders them, with the numbers in them', () => {
  expect(names(arrangeRows(table, { column: 'name', isDown: false }, '', 'fr'))).toEqual([
    'eau 9',
    'eau 10',
    'élan',
    'Zoo',
  ]);
});

test('what is searched may stand in any cell, in any case', () => {
  expect(names(arrangeRows(table, undefined, ' EAU ', 'en'))).toEqual(['eau 10', 'eau 9']);
  expect(arrangeRows(table, undefined, '-2', 'en')).toEqual([3]);
});

test('a head orders up, then down, then not at all', () => {
  const up = nextOrder(undefined, 'price');
  const down = nextOrder(up, 'price');
  expect([up, down, nextOrder(down, 'price')]).toEqual([
    { column: 'price', isDown: false },
    { column: 'price', isDown: true },
    undefined,
  ]);
  expect(nextOrder(down, 'name')).toEqual({ column: 'name', isDown: false });
});
