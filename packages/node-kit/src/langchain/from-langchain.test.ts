import { FakeListChatModel } from '@langchain/core/utils/testing';
import { expect, test } from 'vitest';
import type { ChatChunk, ChatOptions } from '../chat-model.ts';
import { collect } from '../testing/collect.ts';
import { fakeChatModel } from '../testing/fake-chat-model.ts';
import { fromLangChain, type ConstructorSettings, type LangChainModel } from './from-langchain.ts';
import { toLangChain } from './to-langchain.ts';

const capabilities = { streaming: true, seed: false, schema: false, grammar: false, logprobs: false, tools: false };

function wrap(create: LangChainModel['create'], more: Partial<LangChainModel> = {}) {
  return fromLangChain({
    identity: 'test',
    name: 'test',
    location: 'https://models.test',
    capabilities,
    create,
    ...more,
  });
}

async function chunksOf(model: ReturnType<typeof wrap>, options: ChatOptions = {}): Promise<ChatChunk[]> {
  return collect(model.stream([{ role: 'user', content: 'Hi' }], options));
}

test('any model of LangChain’s streams', async () => {
  const model = wrap(async () => new FakeListChatModel({ responses: ['abc'] }));
  expect(await chunksOf(model)).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }, { text: '', finish: 'stop' }]);
});

test('one that can’t stream gives its answer at once', async () => {
  const model = wrap(async () => {
    const slow = new FakeListChatModel({ responses: ['abc'] });
    slow.disableStreaming = true;
    return slow;
  });
  expect((await chunksOf(model)).map(({ text }) => text)).toEqual(['abc', '']);
});

test('usage comes with the last chunk', async () => {
  const model = wrap(() => toLangChain(fakeChatModel({ replies: ['yes'] })));
  expect((await chunksOf(model)).at(-1)).toEqual({
    text: '',
    finish: 'stop',
    usage: { inputTokens: 1, outputTokens: 1 },
  });
});

test('settings of a call make a new instance, the same ones the same instance', async () => {
  const made: ConstructorSettings[] = [];
  const create = async (settings: ConstructorSettings) => {
    made.push(settings);
    return new FakeListChatModel({ responses: ['x'] });
  };
  const model = wrap(create, { settings: { temperature: 0.1 } });
  for (const temperature of [undefined, 0.9, 0.9, undefined]) await chunksOf(model, { temperature });
  expect(made.map(({ temperature }) => temperature)).toEqual([0.1, 0.9]);
});

test('several samples are drawn one after the other, each with its seed', async () => {
  const seeds: (number | undefined)[] = [];
  const model = wrap(async () => new FakeListChatModel({ responses: ['a', 'b'] }), {
    callOptions: ({ seed }) => {
      seeds.push(seed);
      return {};
    },
  });
  const chunks = await chunksOf(model, { samples: 2, seed: 5 });
  expect(chunks.map(({ sample, text }) => `${sample}${text}`)).toEqual(['0a', '0', '1b', '1']);
  expect(seeds).toEqual([5, 6]);
});

test('an instance that couldn’t be made is tried again', async () => {
  let attempts = 0;
  const model = wrap(async () => {
    attempts++;
    if (attempts === 1) throw new Error('not yet');
    return new FakeListChatModel({ responses: ['x'] });
  });
  await expect(chunksOf(model)).rejects.toThrow('not yet');
  expect(await chunksOf(model)).toHaveLength(2);
});

test('an answer that ends without its end was cut off, where the provider always says it', async () => {
  const model = wrap(async () => new FakeListChatModel({ responses: ['x'] }), { reportsEnd: true });
  await expect(chunksOf(model)).rejects.toMatchObject({ code: 'provider-stream-cut', kind: 'operational' });
});
