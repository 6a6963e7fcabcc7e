import { expect, test } from 'vitest';
import { jsonFits } from '../json-fits.ts';
import { readThoughtGraph, thoughtGraphJsonSchema, thoughtGraphLimits } from './thought-graph.ts';

const root = { id: 'a', parents: [], depth: 1, text: 'Sort 3 1', operation: 'generate' };
const child = { ...root, id: 'b', parents: ['a'], depth: 2 };

test('a graph is read with what it may leave out, its current thoughts each once', () => {
  const graph = { problem: 'Sort', thoughts: [root, child], current: ['b', 'b'] };
  expect(jsonFits(graph, thoughtGraphJsonSchema())).toBeUndefined();
  expect(readThoughtGraph(graph)).toMatchObject({ current: ['b'], thoughts: [{ by: 'model' }, { id: 'b' }] });
});

test.each([
  ['no graph', 'a text'],
  ['a thought twice', { thoughts: [root, root], current: [] }],
  ['a parent that comes later', { thoughts: [child, root], current: [] }],
  ['a circle', { thoughts: [{ ...root, parents: ['a'] }], current: [] }],
  ['a current thought that isn’t there', { thoughts: [root], current: ['b'] }],
  ['a value that is no number', { thoughts: [{ ...root, value: 'high' }], current: [] }],
  [
    'too many thoughts',
    { thoughts: Array.from({ length: 2001 }, (_item, id) => ({ ...root, id: `${id}` })), current: [] },
  ],
  ['too long a text', { thoughts: [{ ...root, text: 'x'.repeat(thoughtGraphLimits.text + 1) }], current: [] }],
  [
    'too much text in all',
    {
      thoughts: Array.from({ length: 50 }, (_item, id) => ({ ...root, id: `${id}`, text: 'x'.repeat(90_000) })),
      current: [],
    },
  ],
])('%s is refused', (_what, graph) => {
  const given = typeof graph === 'string' ? graph : { problem: '', ...graph };
  expect(() => readThoughtGraph(given)).toThrow('thoughts-not-valid');
});
