import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { join } from './join.ts';

test('an empty line stands between texts unless told otherwise', async () => {
  expect((await runNode(join, { inputs: { texts: ['a', 'b'] } })).outputs).toEqual({ text: 'a\n\nb' });
});

test('nothing joined is an empty text', async () => {
  expect((await runNode(join, { inputs: { texts: [] } })).outputs).toEqual({ text: '' });
});
