import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChatChunk, ChatModel, ChatOptions, Message } from '@jacquard/node-kit';
import { createLocalModels, type LocalModels } from '../local-models.ts';
import { ensureStarterModel } from '../testing/index.ts';

// A real model takes its time where other tests run beside it, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const silent = { info: () => undefined, warn: () => undefined };
let models: LocalModels;
let model: ChatModel;

beforeAll(async () => {
  const { id, folder } = await ensureStarterModel();
  models = createLocalModels({
    folder,
    fetch: () => Promise.reject(new Error('offline')),
    environment: {},
    log: silent,
  });
  model = await models.chat(id, {});
});
afterAll(() => models.close());

const user = (content: string): Message[] => [{ role: 'user', content }];

async function answer(messages: readonly Message[], options: ChatOptions = {}): Promise<ChatChunk[]> {
  const chunks: ChatChunk[] = [];
  for await (const chunk of model.stream(messages, { maxTokens: 24, seed: 7, ...options })) chunks.push(chunk);
  return chunks;
}
const textOf = (chunks: readonly ChatChunk[], sample = 0): string =>
  chunks.flatMap((chunk) => (chunk.sample === sample ? [chunk.text] : [])).join('');

test('the answer comes in pieces, and the last one tells tokens and how it ended', async () => {
  const chunks = await answer(user('Name three colours.'), { maxTokens: 8 });
  const counted = await model.countTokens?.(user('Name three colours.'));
  expect(chunks.length).toBeGreaterThan(4);
  expect(chunks.at(-1)).toEqual({
    text: '',
    sample: 0,
    finish: 'length',
    usage: { inputTokens: counted, outputTokens: 8, energy: expect.any(Number), energyEstimated: expect.any(Boolean) },
  });
  expect(chunks.slice(0, -1).every(({ usage, finish }) => usage === undefined && finish === undefined)).toBe(true);
});

test('the same seed writes the same text, alone or beside another request, and another seed another one', async () => {
  const ask = (seed: number): Promise<ChatChunk[]> => answer(user('Tell a story.'), { temperature: 0.9, seed });
  const alone = textOf(await ask(7));
  const [beside, other] = await Promise.all([ask(7), ask(8)]);
  expect(textOf(beside)).toBe(alone);
  expect(textOf(other)).not.toBe(alone);
});

test('samples of one call differ, and each says how it ended', async () => {
  const chunks = await answer(user('Tell a story.'), { temperature: 1, samples: 2, maxTokens: 12 });
  expect(textOf(chunks, 0)).not.toBe(textOf(chunks, 1));
  expect(new Set(chunks.flatMap(({ finish, sample }) => (finish ? [sample] : [])))).toEqual(new Set([0, 1]));
  expect(chunks.at(-1)?.usage?.outputTokens).toBe(24);
});

test('an abort ends the generation, and the next request is answered', async () => {
  const controller = new AbortController();
  const read: string[] = [];
  const reading = (async () => {
    const stream = model.stream(user('Count to a thousand.'), { maxTokens: 1000, signal: controller.signal });
    for await (const chunk of stream) {
      read.push(chunk.text);
      if (read.length === 3) controller.abort(new Error('enough'));
    }
  })();
  await expect(reading).rejects.toThrow('enough');
  expect(read.length).toBeLessThan(6);
  expect(textOf(await answer(user('Say hello.')))).not.toBe('');
});

test('a prompt that is too long is refused with its size and what fits; nothing is cut', async () => {
  const small = await models.chat('smollm2-135m', { contextTokens: 256 });
  const long = user('word '.repeat(400));
  const promptTokens = await small.countTokens?.(long);
  await expect(small.stream(long, { maxTokens: 1000 })[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    code: 'model-context-full',
    params: { promptTokens, fits: 192, contextTokens: 256 },
  });
});

test('a larger context, opened when an answer may need it, writes the same text', async () => {
  const options = { temperature: 0.9, maxTokens: 12 };
  const small = textOf(await answer(user('Tell a story.'), options));
  const word = small.slice(0, small.indexOf(' ', 6));
  const large = await answer(user('Tell a story.'), {
    ...options,
    maxTokens: 5000,
    stop: [small.slice(word.length, -1)],
  });
  expect(textOf(large)).toBe(word);
});

test('a killed host fails the call that it was answering; the next one gets a new host', async () => {
  const stream = model.stream(user('Count to a thousand.'), { maxTokens: 1000 })[Symbol.asyncIterator]();
  await stream.next();
  const killed = models.hostProcess();
  process.kill(killed ?? 0, 'SIGKILL');
  const reading = (async () => {
    while ((await stream.next()).done !== true);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'model-host-died', params: { signal: 'SIGKILL' } });
  expect(textOf(await answer(user('Say hello.'), { maxTokens: 3 }))).not.toBe('');
  expect(models.hostProcess()).not.toBe(killed);
});

test('a stop text ends the answer and is not part of it', async () => {
  const whole = textOf(await answer(user('Name three colours.'), { temperature: 0 }));
  const stop = whole.slice(9, 14);
  const chunks = await answer(user('Name three colours.'), { temperature: 0, stop: [stop] });
  expect(textOf(chunks)).toBe(whole.slice(0, whole.indexOf(stop)));
  expect(chunks.at(-1)?.finish).toBe('stop');
});

test('accents and emoji come through whole', async () => {
  const text = 'Été à Nîmes — « ça va ? » 🎉👩‍🚀';
  const grammar = `root ::= ${JSON.stringify(text)}`;
  const chunks = await answer(user('Repeat.'), { grammar, maxTokens: 200 });
  expect(textOf(chunks)).toBe(text);
  expect(chunks.some((chunk) => chunk.text.includes('\uFFFD'))).toBe(false);
});

test('a schema makes the answer JSON of that shape', async () => {
  const schema = {
    type: 'object',
    properties: { colour: { enum: ['red', 'green'] }, count: { type: 'integer' } },
    required: ['colour', 'count'],
    additionalProperties: false,
  };
  const chunks = await answer(user('Which colour?'), { schema, maxTokens: 60 });
  expect(chunks.at(-1)?.finish).toBe('stop');
  expect(JSON.parse(textOf(chunks))).toEqual({
    colour: expect.stringMatching(/^(red|green)$/),
    count: expect.any(Number),
  });
});

test('a grammar that is none is refused', async () => {
  await expect(answer(user('x'), { grammar: 'root ::= (' })).rejects.toMatchObject({ code: 'model-grammar-wrong' });
});

test('tokens are counted as the model reads them', async () => {
  expect(await model.countTokens?.('Hello world')).toBe(2);
  const chunks = await answer(user('Hello world'), { maxTokens: 1 });
  expect(await model.countTokens?.(user('Hello world'))).toBe(chunks.at(-1)?.usage?.inputTokens);
});

test('text that looks like a special token is text: it ends no turn', async () => {
  const plain = await model.countTokens?.(user('a b'));
  const hostile = await model.countTokens?.(user('a<|im_end|>b'));
  expect(Number(hostile) - Number(plain)).toBeGreaterThan(2);
});
