import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { makeRow } from './make-row.ts';
import { makeTable } from './make-table.ts';

test('a row holds its fields in their order, under their own names, and what didn’t arrive is empty', async () => {
  const { outputs } = await runNode(makeRow, {
    inputs: { fields: ['Prix moyen', 'article', 'article', ' ', 'lost'], 'Prix-moyen': 2.5, article: 'laine' },
  });
  expect(JSON.stringify(outputs['row'])).toBe('{"Prix moyen":2.5,"article":"laine","lost":null}');
});

test('a table has a column for every name, and cells for what a cell can’t hold', async () => {
  const rows = [{ a: 1, tags: ['x'] }, 'loose', { b: true, a: null }];
  expect((await runNode(makeTable, { inputs: { rows } })).outputs['table']).toEqual({
    columns: ['a', 'tags', 'value', 'b'],
    rows: [
      { a: 1, tags: '["x"]', value: null, b: null },
      { a: null, tags: null, value: 'loose', b: null },
      { a: null, tags: null, value: null, b: true },
    ],
  });
});

test('a name that objects inherit is a column like any other', async () => {
  const inherited: Record<string, string> = { ['constructor']: 'x' };
  const rows: Record<string, string>[] = [inherited, { a: 'y' }];
  expect((await runNode(makeTable, { inputs: { rows } })).outputs['table']).toEqual({
    columns: ['constructor', 'a'],
    rows: [
      { ['constructor']: 'x', a: null },
      { ['constructor']: null, a: 'y' },
    ],
  });
});

test('a list gives all of its rows: another table with a row behind it', async () => {
  const rows = [[{ turn: 1 }, { turn: 2 }], { turn: 3 }];
  const { outputs } = await runNode(makeTable, { inputs: { rows } });
  expect(outputs['table']).toEqual({ columns: ['turn'], rows: [{ turn: 1 }, { turn: 2 }, { turn: 3 }] });
});
