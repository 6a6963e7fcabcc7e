import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { ifNode } from './if.ts';

const outputsFor = async (inputs: Readonly<Record<string, unknown>>) => (await runNode(ifNode, { inputs })).outputs;

test('true goes one way, false the other, and nothing goes both', async () => {
  expect(await outputsFor({ value: 'x', compare: true })).toEqual({ yes: 'x' });
  expect(await outputsFor({ value: 'x', compare: false })).toEqual({ otherwise: 'x' });
});

test('without anything to compare it looks at the value', async () => {
  expect(await outputsFor({ value: 'a late book', comparison: 'contains', to: 'Late' })).toEqual({
    yes: 'a late book',
  });
});

test('a text that says true counts as true, any other text doesn’t', async () => {
  expect(await outputsFor({ value: 'True' })).toEqual({ yes: 'True' });
  expect(await outputsFor({ value: 'yes' })).toEqual({ otherwise: 'yes' });
});
