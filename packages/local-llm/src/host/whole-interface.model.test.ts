import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChatChunk, ChatModel, ChatOptions, Message } from '@jacquard/node-kit';
import { createLocalModels, type LocalModels } from '../local-models.ts';
import { ensureStarterModel } from '../testing/index.ts';

// A real model takes its time where other tests run beside it, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const log = { info: () => undefined, warn: () => undefined };
let models: LocalModels;
let model: ChatModel;

beforeAll(async () => {
  const { id, folder } = await ensureStarterModel();
  const fetch = () => Promise.reject(new Error('offline'));
  models = createLocalModels({ folder, fetch, environment: {}, log });
  model = await models.chat(id, {});
});
afterAll(() => models.close());

const user = (content: string): Message[] => [{ role: 'user', content }];

async function read(stream: AsyncIterable<ChatChunk>): Promise<ChatChunk[]> {
  const chunks: ChatChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}
const answer = (content: string, options: ChatOptions = {}): Promise<ChatChunk[]> =>
  read(model.stream(user(content), { maxTokens: 16, seed: 7, ...options }));
const textOf = (chunks: readonly ChatChunk[], sample = 0): string =>
  chunks.flatMap((chunk) => (chunk.sample === sample ? [chunk.text] : [])).join('');

const facts = Array.from({ length: 14 }, (_fact, index) => `Fact ${index} of the list is about looms and threads.`);
const long = `${facts.join('\n')}\nWhat is fact 3 about?`;

test('samples over a prompt that is read once are the texts that their seeds give alone', async () => {
  const chunks = await answer(long, { samples: 3, temperature: 0.9 });
  const seeds = [0, 1, 2].map((sample) => (7 + Math.imul(sample, 0x9e3779b1)) >>> 0);
  for (const [sample, seed] of seeds.entries())
    expect(textOf(chunks, sample)).toBe(textOf(await answer(long, { seed, temperature: 0.9 })));
});

test('a prompt that begins like an earlier one is read from where they part, and answered the same', async () => {
  const other = `${facts.join('\n')}\nWhat is fact 9 about, in one word?`;
  const fresh = textOf(await answer(other, { temperature: 0.9 }));
  await answer(long);
  const reads: number[] = [];
  const onWait = (wait: { for: string; done?: number }): void => {
    if (wait.for === 'prompt') reads.push(wait.done ?? 0);
  };
  expect(textOf(await answer(other, { temperature: 0.9, onWait }))).toBe(fresh);
  expect(reads[0]).toBeGreaterThanOrEqual(128);
});

test('log-probabilities are told of every token, and change nothing of the text', async () => {
  const plain = textOf(await answer('Name three colours.', { temperature: 0.9 }));
  const chunks = await answer('Name three colours.', { temperature: 0.9, logprobs: 3 });
  expect(textOf(chunks)).toBe(plain);
  const told = chunks.flatMap(({ logprobs = [] }) => logprobs);
  expect(told).toHaveLength(chunks.at(-1)?.usage?.outputTokens ?? -1);
  for (const { logprob, top = [] } of told) {
    expect(logprob).toBeLessThanOrEqual(0);
    expect(top).toHaveLength(3);
    expect(top[0]?.logprob).toBeGreaterThanOrEqual(logprob - 1e-6);
  }
});

test('a continuation is scored by the probabilities of its tokens', async () => {
  const [paris, london] = (await model.score?.(user('What is the capital of France?'), ['Paris', 'xylophone'])) ?? [];
  expect(paris).toBeGreaterThan(london ?? 0);
  const next = await model.nextTokens?.(user('What is the capital of France?'), 5);
  const [likeliest] = next?.tokens ?? [];
  const [score] = (await model.score?.(user('What is the capital of France?'), [likeliest?.text ?? ''])) ?? [];
  const logits = [...(next?.logits ?? [])];
  const largest = likeliest?.logit ?? 0;
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  expect(score).toBeCloseTo(-Math.log(total), 3);
});

test('a text is gone on with as it stands, without a template', async () => {
  const options = { maxTokens: 3, temperature: 0 };
  const chunks = await read(model.complete?.('One, two, three, four,', options) ?? model.stream([]));
  expect(textOf(chunks)).toContain('five');
  expect(chunks.at(-1)?.usage?.inputTokens).toBe((await model.tokenize?.('One, two, three, four,'))?.length);
});

test('a bias makes a token certain, or keeps it away', async () => {
  const [token] = (await model.tokenize?.(' loom')) ?? [];
  const forced = await answer('Say something.', { tokenBias: [{ token: token?.id ?? 0, bias: 100 }], maxTokens: 3 });
  expect(textOf(forced)).toBe(' loom loom loom');
  const plain = textOf(await answer('Say something.', { temperature: 0, maxTokens: 1 }));
  const kept = await answer('Say something.', {
    temperature: 0,
    maxTokens: 1,
    tokenBias: [{ token: plain, bias: -100 }],
  });
  expect(textOf(kept)).not.toBe(plain);
});

test('one token to draw from is the likeliest', async () => {
  const greedy = textOf(await answer('Tell a story.', { temperature: 0 }));
  expect(textOf(await answer('Tell a story.', { temperature: 2, topK: 1 }))).toBe(greedy);
  expect(textOf(await answer('Tell a story.', { temperature: 2, topK: 0, topP: 1, minP: 1 }))).toBe(greedy);
});

test('tools are called in the model’s own form, with arguments of their schema', async () => {
  const parameters = { type: 'object', properties: { city: { type: 'string', maxLength: 20 } }, required: ['city'] };
  const tools = [{ name: 'weather', description: 'Tells the weather of a city.', parameters }];
  const chunks = await answer('What is the weather in Nice?', { tools, toolChoice: 'required', maxTokens: 120 });
  const [call] = chunks.flatMap(({ toolCalls = [] }) => toolCalls);
  expect(chunks.at(-1)?.finish).toBe('tool-calls');
  expect(call).toMatchObject({ name: 'weather', arguments: { city: expect.any(String) } });
  expect(textOf(chunks)).toBe('');
});

test('tokens are told with their bytes', async () => {
  const text = 'Été 🎉 中文';
  const tokens = (await model.tokenize?.(text)) ?? [];
  expect(Buffer.from(tokens.map(({ bytes }) => bytes).join(''), 'hex').toString()).toBe(text);
  expect((await model.tokenize?.(user('Hi')))?.some(({ isSpecial }) => isSpecial)).toBe(true);
});

test('the host says how it stands', async () => {
  const state = await models.hostState();
  expect(state).toMatchObject({ engine: { kind: 'cpu' }, models: [{ busy: 0, waiting: 0 }] });
  expect(state?.memory).toBeGreaterThan(100_000_000);
});
