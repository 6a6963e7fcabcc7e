import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { switchNode } from './switch.ts';

const outputsFor = async (inputs: Readonly<Record<string, unknown>>) => (await runNode(switchNode, { inputs })).outputs;

test('takes the first case that fits', async () => {
  const inputs = { value: 'late and broken', cases: ['broken', 'late'], by: 'contains' };
  expect(await outputsFor(inputs)).toEqual({ broken: 'late and broken' });
});

test('a case’s port is its name without accents and spaces', async () => {
  const inputs = { value: 1, compare: 'Très urgent', cases: ['très urgent'] };
  expect(await outputsFor(inputs)).toEqual({ 'tres-urgent': 1 });
});

test('what fits no case goes the other way', async () => {
  expect(await outputsFor({ value: 'x', cases: ['a', ''] })).toEqual({ otherwise: 'x' });
});

test('matches patterns, and names one that is wrong', async () => {
  expect(await outputsFor({ value: 'INV-2026', cases: ['^inv-\\d+$'], by: 'pattern' })).toHaveProperty('inv--d');
  await expect(outputsFor({ value: 'x', cases: ['('], by: 'pattern' })).rejects.toMatchObject({
    code: 'pattern-not-valid',
  });
});
