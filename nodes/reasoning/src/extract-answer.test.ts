import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { extractAnswer } from './extract-answer.ts';

test.each([
  [{ extraction: 'number' }, '18'],
  [{ extraction: 'marker', marker: 'So:' }, '18 metres.'],
  [{ extraction: 'pattern', pattern: String.raw`(\d+) metres` }, '18'],
  [{ extraction: 'final' }, 'So: 18 metres.'],
])('by %j it reads %j', async (how, answer) => {
  const text = 'Three looms, 6 each.\nSo: 18 metres.';
  expect((await runNode(extractAnswer, { inputs: { text, ...how } })).outputs).toEqual({ answer, found: true });
});

test('nothing of the asked form leaves the answer empty, so that what hangs on it is skipped', async () => {
  const { outputs } = await runNode(extractAnswer, { inputs: { text: 'I would not know.', extraction: 'boxed' } });
  expect(outputs).toEqual({ found: false });
});
