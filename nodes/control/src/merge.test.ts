import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { merge } from './merge.ts';

test('a null that arrived is a value', async () => {
  expect((await runNode(merge, { inputs: { values: [null, 'b'] } })).outputs).toEqual({ value: null });
});

test('nothing at all is a problem', async () => {
  await expect(runNode(merge, { inputs: { values: [] } })).rejects.toMatchObject({ code: 'merge-without-values' });
});
