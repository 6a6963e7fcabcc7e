import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { complete } from './complete.ts';

test('streams how the model goes on, with its settings, and no message is made of the text', async () => {
  const model = fakeChatModel({ replies: [' upon a time'] });
  const { outputs, deltas } = await runNode(complete, {
    inputs: { model, text: 'Once', stop: ['\\n', ''], maxTokens: 9 },
    seed: 3,
  });
  expect(outputs).toEqual({ text: ' upon a time' });
  expect(deltas).toEqual({ text: ' upon a time' });
  expect(model.calls).toMatchObject([{ messages: [], text: 'Once', options: { seed: 3, maxTokens: 9, stop: ['\n'] } }]);
});

test('a model that answers messages alone says so', async () => {
  const { complete: _none, ...model } = fakeChatModel({ replies: ['x'] });
  await expect(runNode(complete, { inputs: { model, text: 'Once' } })).rejects.toMatchObject({
    code: 'model-cannot-complete',
  });
});
