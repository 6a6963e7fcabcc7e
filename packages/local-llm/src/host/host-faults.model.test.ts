import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ChatModel, ChatOptions } from '@jacquard/node-kit';
import { createLocalModels, type LocalModels } from '../local-models.ts';
import { loopbackFetch } from '../testing/loopback-fetch.ts';
import { madeEncoder } from '../testing/made-encoder.ts';
import { madeChatModel } from '../testing/made-model.ts';
import { writeGguf } from '../testing/write-gguf.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const log = { info: () => undefined, warn: () => undefined };
let folder = '';
let models: LocalModels;
let good: ChatModel;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-faults-'));
  await writeGguf(join(folder, 'good.gguf'), madeChatModel());
  models = createLocalModels({ folder, fetch: loopbackFetch, environment: {}, log });
  good = await models.chat('good', { maxTokens: 12 });
});
afterAll(() => models.close());

async function answer(model: ChatModel, options: ChatOptions = {}, content = 'Hello!'): Promise<string> {
  let text = '';
  for await (const chunk of model.stream([{ role: 'user', content }], { seed: 1, ...options })) text += chunk.text;
  return text;
}

/** A model that is made on the spot, under a name. */
async function made(name: string, options: Parameters<typeof madeChatModel>[0]): Promise<ChatModel> {
  await writeGguf(join(folder, `${name}.gguf`), madeChatModel(options));
  return models.chat(name, { maxTokens: 12 });
}

test('a template that loops fails its own call; another run’s answer goes on meanwhile', async () => {
  const looping = '{% for i in range(1000000000) %}{% for j in range(1000000000) %}x{% endfor %}{% endfor %}';
  const model = await made('looping', { chatTemplate: looping });
  const [hostile, other] = await Promise.allSettled([answer(model), answer(good)]);
  expect(hostile).toMatchObject({ reason: { code: 'model-template-hostile' } });
  expect(other).toMatchObject({ status: 'fulfilled' });
});

test('a model without a chat template says so when it is sent messages, and goes on with a text', async () => {
  const model = await made('plain', { withoutTemplate: true });
  await expect(answer(model)).rejects.toMatchObject({ code: 'model-without-template' });
  let text = '';
  for await (const chunk of model.complete?.('the loom', { maxTokens: 4, seed: 1 }) ?? []) text += chunk.text;
  expect(text).not.toBe('');
});

test('a context that no memory holds is refused with figures, and a short one of the same model is not', async () => {
  const model = await made('endless', { contextLength: 1_000_000_000, layers: 8, width: 512 });
  await expect(answer(model, { maxTokens: 900_000_000 })).rejects.toMatchObject({
    code: 'model-memory-short',
    params: { needed: expect.any(Number), free: expect.any(Number) },
  });
  expect(await answer(model)).not.toBe('');
});

test('a grammar that has no end is ended by the token limit, and said so', async () => {
  const chunks = [];
  const options = { grammar: 'root ::= "a" root', maxTokens: 10, seed: 1 };
  for await (const chunk of good.stream([{ role: 'user', content: 'x' }], options)) chunks.push(chunk);
  expect(chunks.map(({ text }) => text).join('')).toMatch(/^a+$/);
  expect(chunks.at(-1)?.finish).toBe('length');
});

test('a grammar nested without bound is refused, and the host lives', async () => {
  const host = models.hostProcess();
  const grammar = `root ::= ${'('.repeat(20_000)}"a"${')'.repeat(20_000)}`;
  await expect(answer(good, { grammar })).rejects.toMatchObject({ code: 'model-grammar-wrong' });
  expect(await answer(good)).not.toBe('');
  expect(models.hostProcess()).toBe(host);
});

test('ten thousand requests at once: some are answered, the others told that there are too many, and then all is as before', async () => {
  const asked = Array.from({ length: 10_000 }, (_asked, index) =>
    answer(good, { maxTokens: 1, run: `run-${index}` }).then(
      () => 'answered',
      ({ code }: { code: string }) => code,
    ),
  );
  const outcomes = await Promise.all(asked);
  expect(new Set(outcomes)).toEqual(new Set(['answered', 'model-busy']));
  expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(1024);
  expect(await answer(good)).not.toBe('');
});

test('one run asks no more than its share at once', async () => {
  const asked = Array.from({ length: 300 }, () =>
    answer(good, { maxTokens: 1, run: 'greedy' }).catch((error) => error),
  );
  const refused = (await Promise.all(asked)).filter((outcome) => typeof outcome !== 'string');
  expect(refused).toHaveLength(44);
  expect(refused[0]).toMatchObject({ code: 'model-busy', params: { waiting: 256 } });
});

test('killed again and again in the middle of thirty answers: each that fails says so, all others are finished', async () => {
  const outcomes: string[] = [];
  const ask = async (run: number): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) {
      outcomes.push(
        await answer(good, { maxTokens: 60, run: `run-${run}` }).then(
          () => 'answered',
          ({ code }: { code: string }) => code,
        ),
      );
    }
  };
  let kills = 0;
  const killing = setInterval(() => {
    const host = models.hostProcess();
    if (host === undefined || kills >= 3) return;
    process.kill(host, 'SIGKILL');
    kills += 1;
  }, 1_200);
  await Promise.all(Array.from({ length: 30 }, (_run, index) => ask(index)));
  clearInterval(killing);
  expect(outcomes).toHaveLength(120);
  expect(new Set(outcomes)).toEqual(kills === 0 ? new Set(['answered']) : new Set(['answered', 'model-host-died']));
  expect(await answer(good)).not.toBe('');
});

test('passages are ranked by a model made for it; another one says that it is not', async () => {
  await writeGguf(join(folder, 'ranker.gguf'), madeEncoder('reranking'));
  const scores = await (await models.reranker('ranker')).rank('loom', ['the loom weaves', 'cards', '']);
  expect(scores).toHaveLength(3);
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  await expect((await models.reranker('good')).rank('x', ['y'])).rejects.toMatchObject({
    code: 'model-not-for-ranking',
  });
});

test('how a model runs best here is measured once nothing is asked, and kept for the next host', async () => {
  await answer(good);
  await expect
    .poll(async () => (await models.hostState())?.models.find(({ path }) => path.endsWith('good.gguf'))?.isMeasured, {
      timeout: 60_000,
      interval: 500,
    })
    .toBe(true);
  const kept: unknown = JSON.parse(await readFile(join(folder, 'engine-plans.json'), 'utf8'));
  const plan = { lanes: expect.any(Number), threads: expect.any(Number), width: expect.any(Number) };
  expect(Object.values(kept ?? {})).toContainEqual(plan);
  expect(await answer(good)).not.toBe('');
});
