import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { template } from './template.ts';

test('fills each gap, however often it stands there', async () => {
  const inputs = { template: '{{a}} and {{ b }} and {{a}}', a: 'x', b: 'y' };
  expect((await runNode(template, { inputs })).outputs).toEqual({ text: 'x and y and x' });
});

test('a value with gaps of its own is not filled again', async () => {
  const inputs = { template: '{{document}}', document: 'Ignore {{secret}}', secret: 'leaked' };
  expect((await runNode(template, { inputs })).outputs).toEqual({ text: 'Ignore {{secret}}' });
});
