import { expect, test } from 'vitest';
import type { ChatChunk, ChatModel } from '../chat-model.ts';
import { fakeChatModel } from '../testing/fake-chat-model.ts';
import { ask } from './ask.ts';
import { openBudget } from './budget.ts';

const bound = { calls: [{ factors: ['samples'] }], tokens: 'maxTokens' };
const five = 'one two three four five';

test('a call too many is refused, and says what the bound was', async () => {
  const budget = openBudget(bound, { samples: 2, maxTokens: 10 });
  const model = budget.model(fakeChatModel({ replies: [five] }));
  await ask(model, 'a', { name: 'first' });
  await ask(model, 'b', { name: 'second' });
  expect(budget.spent).toEqual({ calls: 2, tokens: 10 });
  expect(budget.allows()).toBe(false);
  await expect(ask(model, 'c', { name: 'third' })).rejects.toMatchObject({
    code: 'budget-spent',
    params: { calls: 2, tokens: 20 },
  });
});

test('each of several answers counts as a call', async () => {
  const budget = openBudget(bound, { samples: 3, maxTokens: 10 });
  await ask(budget.model(fakeChatModel({ replies: [five] })), 'a', { name: 'both', samples: 2 });
  expect(budget.spent).toEqual({ calls: 2, tokens: 10 });
});

test('an answer is no longer than what is left', async () => {
  const budget = openBudget(bound, { samples: 1, maxTokens: 3 });
  const { text } = await ask(budget.model(fakeChatModel({ replies: [five] })), 'a', { name: 'cut' });
  expect(text).toBe('one two three');
});

test('a model that does not heed the longest answer is read no further', async () => {
  const deaf: ChatModel = {
    ...fakeChatModel({ replies: [''] }),
    async *stream(): AsyncGenerator<ChatChunk> {
      for (;;) yield await Promise.resolve({ text: 'on ' });
    },
  };
  const budget = openBudget(bound, { samples: 2, maxTokens: 4 });
  const { text } = await ask(budget.model(deaf), 'a', { name: 'endless' });
  expect(text).toBe('on '.repeat(4));
  expect(budget.spent.tokens).toBe(4);
});

test('fewer calls may be asked for, not more', () => {
  expect(openBudget(bound, { samples: 8, maxTokens: 5 }, { maxCalls: 3 }).bound).toEqual({ calls: 3, tokens: 15 });
  expect(openBudget(bound, { samples: 8, maxTokens: 5 }, { maxCalls: 30 }).bound).toEqual({ calls: 8, tokens: 40 });
});
