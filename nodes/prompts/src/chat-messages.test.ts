import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { chatMessages } from './chat-messages.ts';

test('a history can be the whole conversation', async () => {
  const history = [{ role: 'user', content: 'Hi' }];
  expect((await runNode(chatMessages, { inputs: { history } })).outputs).toEqual({ messages: history });
});

test('a conversation needs something to answer', async () => {
  await expect(runNode(chatMessages, { inputs: { system: 'Be brief.' } })).rejects.toMatchObject({
    code: 'chat-nothing-to-send',
  });
});
