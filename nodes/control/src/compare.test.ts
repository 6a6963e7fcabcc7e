import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';

test.each([
  [{ value: 8, comparison: 'at-least', to: '8' }, true],
  [{ value: 'bad', to: 'good' }, false],
  [{ value: null, comparison: 'is-empty' }, true],
])('%j is %s', async (inputs, result) => {
  expect((await runNode(compare, { inputs })).outputs).toEqual({ result });
});
