import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { score } from './score.ts';

const shares: Readonly<Record<string, number>> = { red: Math.log(0.02), blue: Math.log(0.06) };

test('choices come by their probabilities among themselves, the likeliest first, and nothing is generated', async () => {
  const model = fakeChatModel({ replies: [], score: (choice) => shares[choice] ?? 0 });
  const inputs = { model, prompt: 'The sky is', choices: ['red', ' blue ', 'red', ''] };
  const { outputs } = await runNode(score, { inputs });
  expect(outputs).toEqual({
    best: 'blue',
    probabilities: {
      columns: ['choice', 'probability', 'log-probability'],
      rows: [
        { choice: 'blue', probability: expect.closeTo(0.75), 'log-probability': expect.closeTo(Math.log(0.06), 3) },
        { choice: 'red', probability: expect.closeTo(0.25), 'log-probability': expect.closeTo(Math.log(0.02), 3) },
      ],
    },
  });
  expect(model.calls).toEqual([]);
});

test('one choice is none, and a model that can’t score says so', async () => {
  const model = fakeChatModel({ replies: [], score: () => 0 });
  await expect(runNode(score, { inputs: { model, prompt: '?', choices: ['a', 'a'] } })).rejects.toMatchObject({
    code: 'choices-too-few',
  });
  const closed = fakeChatModel({ replies: [] });
  await expect(runNode(score, { inputs: { model: closed, prompt: '?', choices: ['a', 'b'] } })).rejects.toMatchObject({
    code: 'model-insides-closed',
  });
});
