import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { mostFrequent } from './most-frequent.ts';

test('a tie goes to the first, and its own spelling is given', async () => {
  expect((await runNode(mostFrequent, { inputs: { values: ['Yes', 'no', 'yes', 'No'] } })).outputs).toEqual({
    value: 'Yes',
    share: 0.5,
    counts: {
      columns: ['value', 'count'],
      rows: [
        { value: 'Yes', count: 2 },
        { value: 'no', count: 2 },
      ],
    },
  });
});

test('the number 1 and the text 1 are two values', async () => {
  const { outputs } = await runNode(mostFrequent, { inputs: { values: [1, '1', { a: 1 }, { a: 1 }] } });
  expect(outputs).toMatchObject({ value: { a: 1 }, share: 0.5 });
});

test('an empty list has no most frequent value', async () => {
  await expect(runNode(mostFrequent, { inputs: { values: [] } })).rejects.toMatchObject({ code: 'list-empty' });
});
