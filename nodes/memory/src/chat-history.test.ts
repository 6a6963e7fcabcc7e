import type { Message } from '@jacquard/node-kit';
import { fakeChatModel, fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { chatHistory } from './chat-history.ts';

const history: Message[] = [
  { role: 'user', content: 'one two three' },
  { role: 'assistant', content: 'four' },
  { role: 'user', content: 'five' },
  { role: 'assistant', content: 'six seven' },
];

async function messagesFor(inputs: Readonly<Record<string, unknown>>, past = history): Promise<unknown> {
  const services = fakeServices({ history: past });
  return (await runNode(chatHistory, { inputs, services })).outputs['messages'];
}

test('all, the last, or none', async () => {
  expect(await messagesFor({ keep: 'all' })).toEqual(history);
  expect(await messagesFor({ keep: 'last', count: 3 })).toEqual(history.slice(1));
  expect(await messagesFor({ keep: 'last', count: 0 })).toEqual([]);
});

test('a budget of tokens keeps whole exchanges from the end', async () => {
  const model = fakeChatModel({ replies: [] });
  expect(await messagesFor({ keep: 'tokens', tokens: 11, model })).toEqual(history.slice(2));
  expect(await messagesFor({ keep: 'tokens', tokens: 17, model })).toEqual(history.slice(2));
  expect(await messagesFor({ keep: 'tokens', tokens: 23, model })).toEqual(history);
  expect(await messagesFor({ keep: 'tokens', tokens: 3, model })).toEqual([]);
});

test('without a model tokens are estimated', async () => {
  expect(await messagesFor({ keep: 'tokens', tokens: 13 })).toEqual(history.slice(2));
});

test('instructions stay while something is kept', async () => {
  const system: Message = { role: 'system', content: 'Brief.' };
  const model = fakeChatModel({ replies: [] });
  expect(await messagesFor({ keep: 'tokens', tokens: 16, model }, [system, ...history])).toEqual([
    system,
    ...history.slice(2),
  ]);
});

test('outside a conversation it is empty', async () => {
  expect(await messagesFor({ keep: 'tokens' }, [])).toEqual([]);
});
