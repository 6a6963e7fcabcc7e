import { expect, test } from 'vitest';
import { chartColumns, chartPoints } from './chart-columns.ts';

const table = {
  columns: ['city', 'people', 'note', 'parts'],
  rows: [
    { city: 'Lyon', people: 5, note: 1, parts: [1] },
    { city: 'Nice', people: null, note: 'x', parts: [2] },
    { city: 'Lille', people: 3, note: 2, parts: [3] },
  ],
};

test('columns of numbers can be drawn, plain ones may name the rows', () => {
  expect(chartColumns(table)).toEqual({ numbers: ['people'], names: ['city', 'note'] });
});

test('points carry their names, and what is empty leaves a gap', () => {
  expect(chartPoints(table, 'people', 'city')).toEqual([
    { name: 'Lyon', value: 5 },
    { name: 'Nice', value: null },
    { name: 'Lille', value: 3 },
  ]);
  expect(chartPoints(table, 'people', undefined)[2]?.name).toBe('3');
});

test('of very many rows means are drawn', () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => ({ v: index }));
  const points = chartPoints({ columns: ['v'], rows }, 'v', undefined, 500);
  expect(points).toHaveLength(500);
  expect(points[1]).toEqual({ name: '5', value: 5.5 });
});
