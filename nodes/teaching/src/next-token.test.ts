import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { nextToken } from './next-token.ts';

test('the likeliest tokens come with their probabilities among all', async () => {
  const model = fakeChatModel({ replies: ['a b c'] });
  const { outputs } = await runNode(nextToken, { inputs: { model, text: 'x', count: 2 } });
  // Logits of a fake are 0, −1, −2.
  const sum = 1 + Math.exp(-1) + Math.exp(-2);
  expect(outputs).toEqual({
    likeliest: 'a',
    tokens: {
      columns: ['token', 'probability', 'id'],
      rows: [
        { token: 'a', probability: Number((1 / sum).toPrecision(4)), id: 0 },
        { token: ' b', probability: Number((Math.exp(-1) / sum).toPrecision(4)), id: 1 },
      ],
    },
  });
});

test('a model that can’t be looked into, and a text without a word, are told', async () => {
  const { nextTokens: _closed, ...closed } = fakeChatModel({ replies: ['a'] });
  await expect(runNode(nextToken, { inputs: { model: closed, text: 'x' } })).rejects.toMatchObject({
    code: 'model-insides-closed',
    params: { model: 'Fake' },
  });
  const model = fakeChatModel({ replies: ['a'] });
  await expect(runNode(nextToken, { inputs: { model, text: '' } })).rejects.toMatchObject({
    code: 'text-to-read-empty',
  });
});
