import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { filterRows } from './filter-rows.ts';
import { selectColumns } from './select-columns.ts';
import { sortRows } from './sort-rows.ts';

const table = {
  columns: ['name', 'age'],
  rows: [
    { name: 'Zoé', age: 41 },
    { name: 'ada', age: null },
    { name: 'Édouard', age: 9 },
  ],
};
const names = (value: unknown) => (value as typeof table).rows.map(({ name }) => name);

test('filtering gives both sides', async () => {
  const inputs = { table, column: 'age', comparison: 'greater', value: '10' };
  const { outputs } = await runNode(filterRows, { inputs });
  expect(names(outputs['table'])).toEqual(['Zoé']);
  expect(names(outputs['others'])).toEqual(['ada', 'Édouard']);
});

test('sorting minds neither accents nor capitals, and puts empty cells last both ways', async () => {
  const sorted = async (column: string, order: string) =>
    names((await runNode(sortRows, { inputs: { table, column, order } })).outputs['table']);
  expect(await sorted('name', 'ascending')).toEqual(['ada', 'Édouard', 'Zoé']);
  expect(await sorted('age', 'ascending')).toEqual(['Édouard', 'Zoé', 'ada']);
  expect(await sorted('age', 'descending')).toEqual(['Zoé', 'Édouard', 'ada']);
});

test('sorting leaves its input as it was', async () => {
  await runNode(sortRows, { inputs: { table, column: 'age' } });
  expect(names(table)).toEqual(['Zoé', 'ada', 'Édouard']);
});

test('columns come in the order asked for', async () => {
  const { outputs } = await runNode(selectColumns, { inputs: { table, columns: ['age', 'name', 'age'] } });
  expect(outputs['table']).toMatchObject({ columns: ['age', 'name'] });
});

test('a column that isn’t there is named beside those that are', async () => {
  await expect(runNode(filterRows, { inputs: { table, column: 'Age' } })).rejects.toMatchObject({
    code: 'column-not-found',
    params: { column: 'Age', columns: ['name', 'age'] },
  });
});
