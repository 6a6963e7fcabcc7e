import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { jsonPath } from './json-path.ts';

const json = {
  orders: [
    { id: 'INV-1', price: 12 },
    { id: 'X', price: 30, note: null },
  ],
};
const outputsFor = async (path: string, value: unknown = json) =>
  (await runNode(jsonPath, { inputs: { json: value, path } })).outputs;

test.each([
  ['$.orders[?@.price > 20].id', ['X']],
  ['$..price', [12, 30]],
  ['$.orders[?match(@.id, "INV-[0-9]+")].price', [12]],
  ['$.orders[?search(@.id, "^X")].note', [null]],
  ['$.orders[0]["price"]', [12]],
])('%s', async (path, matches) => {
  expect(await outputsFor(path)).toEqual({ first: matches[0], matches });
});

test('what isn’t there leaves the first one out', async () => {
  expect(await outputsFor('$.customers')).toEqual({ matches: [] });
});

test('a pattern in a query is linear, too', async () => {
  expect(await outputsFor('$[?search(@, "(a+)+$")]', [`${'a'.repeat(20_000)}!`])).toEqual({ matches: [] });
});

test('a wrong path is named, one that would take for ever is refused', async () => {
  await expect(outputsFor('$.[')).rejects.toMatchObject({ code: 'json-path-not-valid', params: { path: '$.[' } });
  const rows = Array.from({ length: 3000 }, (_item, index) => ({ index }));
  await expect(outputsFor('$..[?$..[?$..x]]', rows)).rejects.toMatchObject({ code: 'json-path-too-costly' });
});
