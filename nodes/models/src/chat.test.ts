import { Problem } from '@jacquard/node-kit';
import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { chat } from './chat.ts';

test('sends instructions, conversation and prompt in this order', async () => {
  const model = fakeChatModel({ replies: ['Fine.'] });
  const messages = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
  ];
  await runNode(chat, { inputs: { model, system: 'Be brief.', messages, prompt: 'How are you?' }, seed: 5 });
  expect(model.calls[0]?.messages).toEqual([
    { role: 'system', content: 'Be brief.' },
    ...messages,
    { role: 'user', content: 'How are you?' },
  ]);
  expect(model.calls[0]?.options.seed).toBe(5);
});

test('streams what it gives in the end', async () => {
  const model = fakeChatModel({ replies: ['one two three'] });
  const { outputs, deltas } = await runNode(chat, { inputs: { model, prompt: 'Count' } });
  expect(outputs).toEqual({ answer: 'one two three' });
  expect(deltas).toEqual({ answer: 'one two three' });
});

test('probabilities of each token are traced where they are wanted and known', async () => {
  const ask = async (logprobs: boolean, probabilities: boolean) => {
    const model = fakeChatModel({ replies: ['one two'], capabilities: { logprobs } });
    return runNode(chat, { inputs: { model, prompt: 'Count', probabilities } });
  };
  expect((await ask(true, true)).traces).toEqual([
    {
      form: 'token-probabilities',
      data: {
        tokens: [
          { token: 'one', logprob: -1, top: [] },
          { token: ' two', logprob: -1, top: [] },
        ],
      },
    },
  ]);
  expect((await ask(true, false)).traces).toEqual([]);
  expect(await ask(false, true)).toMatchObject({ traces: [], outputs: { answer: 'one two' } });
});

test('says so when there is nothing to send', async () => {
  const model = fakeChatModel({ replies: ['?'] });
  await expect(runNode(chat, { inputs: { model, prompt: ' ' } })).rejects.toMatchObject({
    code: 'chat-nothing-to-send',
  });
});

test('passes the model’s problem on', async () => {
  const model = fakeChatModel({ replies: [new Problem('provider-failed')] });
  await expect(runNode(chat, { inputs: { model, prompt: 'Hi' } })).rejects.toMatchObject({ code: 'provider-failed' });
});
