import { expect, test } from 'vitest';
import { collect } from './collect.ts';
import { fakeChatModel } from './fake-chat-model.ts';

const question = [{ role: 'user' as const, content: 'How are you?' }];
const textOf = async (model: ReturnType<typeof fakeChatModel>, options = {}) =>
  (await collect(model.stream(question, options))).map(({ text }) => text).join('');

test('answers in turn, the last one again', async () => {
  const model = fakeChatModel({ replies: ['one', ' two\n'] });
  expect([await textOf(model), await textOf(model), await textOf(model)]).toEqual(['one', ' two\n', ' two\n']);
  expect(model.calls).toHaveLength(3);
});

test('counts words, and cuts at the longest answer', async () => {
  const model = fakeChatModel({ replies: ['a b c'] });
  const chunks = await collect(model.stream(question, { maxTokens: 2 }));
  expect(chunks.at(-1)).toEqual({ text: '', finish: 'length', usage: { inputTokens: 3, outputTokens: 2 } });
});

test('each sample takes its own reply', async () => {
  const model = fakeChatModel({ replies: ['yes', 'no'] });
  const chunks = await collect(model.stream(question, { samples: 2 }));
  expect(chunks.filter(({ text }) => text !== '')).toEqual([
    { text: 'yes', sample: 0 },
    { text: 'no', sample: 1 },
  ]);
});

test('a signal that is aborted before the first word gives none', async () => {
  await expect(
    textOf(fakeChatModel({ replies: ['a'] }), { signal: AbortSignal.abort(new Error('no')) }),
  ).rejects.toThrow('no');
});
