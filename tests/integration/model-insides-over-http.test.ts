import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cutLogits, rankLogits } from '@jacquard/flow';
import { ensureStarterModel } from '@jacquard/local-llm/testing';
import { modelHostSchema, nextTokensSchema, tokensSchema } from '@jacquard/protocol';
import { beforeAll, expect, test, vi } from 'vitest';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

// A real model takes its time where other tests run beside it, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const model = '/api/v1/models/smollm2-135m';
let folder: string;

beforeAll(async () => {
  ({ folder } = await ensureStarterModel());
});

async function start(): Promise<ServerUnderTest> {
  const server = await startUnderTest({ environment: { JACQUARD_NETWORK: 'none' } });
  const models = join(server.home, 'models');
  mkdirSync(models, { recursive: true });
  copyFileSync(join(folder, 'smollm2-135m.gguf'), join(models, 'smollm2-135m.gguf'));
  return server;
}

const post = (body: unknown) => ({ method: 'POST', body });

test('what may come next is told with the logits of all, and another token goes on from there', async () => {
  const server = await start();
  const ask = async (body: object) =>
    nextTokensSchema.parse(
      (await server.ask(`${model}/next-tokens`, post({ text: 'The capital of France is', ...body }))).json,
    );
  const first = await ask({ top: 5 });
  expect(first.tokens).toHaveLength(5);
  expect(first.tokens[0]).toMatchObject({ text: ' Paris', bytes: '205061726973', isSpecial: false });
  const logits = new Float32Array(Uint8Array.from(Buffer.from(first.logits, 'base64')).buffer);
  const ranked = rankLogits(logits);
  expect([...ranked.ids.subarray(0, 5)]).toEqual(first.tokens.map(({ id }) => id));
  const { probabilities } = cutLogits(ranked, { temperature: 1, topK: 0, topP: 1, minP: 0 });
  expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);

  const london = first.tokens.find(({ text }) => text === ' London')?.id ?? 0;
  const then = await ask({ after: [london] });
  expect(then.after).toMatchObject([{ id: london, text: ' London' }]);
  expect(then.inputTokens).toBe(first.inputTokens + 1);
  const written = nextTokensSchema.parse(
    (await server.ask(`${model}/next-tokens`, post({ text: 'The capital of France is London' }))).json,
  );
  expect(then.tokens.slice(0, 3).map(({ id }) => id)).toEqual(written.tokens.slice(0, 3).map(({ id }) => id));
});

test('tokens of a text are its own; of a message, with what the template puts around it', async () => {
  const server = await start();
  const ask = async (body: object) => tokensSchema.parse((await server.ask(`${model}/tokens`, post(body))).json).tokens;
  const tokens = await ask({ text: 'Été 🧵' });
  expect(Buffer.from(tokens.map(({ bytes }) => bytes).join(''), 'hex').toString()).toBe('Été 🧵');
  expect(tokens.some(({ isSpecial }) => isSpecial)).toBe(false);
  const around = await ask({ messages: [{ role: 'user', content: 'Été 🧵' }] });
  expect(around.find(({ isSpecial }) => isSpecial)?.text).toBe('<|im_start|>');
});

test('the state of what runs the models is told once it runs, with no path in it', async () => {
  const server = await start();
  expect((await server.ask('/api/v1/models/host')).json).toEqual({});
  await server.ask(`${model}/tokens`, post({ text: 'x' }));
  const { text, json } = await server.ask('/api/v1/models/host');
  const { host } = modelHostSchema.parse(json);
  expect(host?.models).toMatchObject([{ id: 'smollm2-135m', busy: 0, waiting: 0 }]);
  expect(host?.memory).toBeGreaterThan(0);
  expect(text).not.toContain(server.home);
  expect(text).not.toContain('.gguf');
});

const refused: readonly [body: object, status: number][] = [
  [{}, 400],
  [{ text: '' }, 400],
  [{ text: 'x', messages: [{ role: 'user', content: 'x' }] }, 400],
  [{ text: 'x'.repeat(50_001) }, 400],
  [{ messages: [{ role: 'user', content: 'x'.repeat(50_001) }] }, 400],
  [{ text: 'x', top: 0 }, 400],
  [{ text: 'x', after: [-1] }, 400],
  [{ text: 'x', after: [2 ** 30] }, 422],
  [{ text: 'word '.repeat(9_000) }, 422],
];

test('what can’t be answered is refused, and the next request is answered', async () => {
  const server = await start();
  for (const [body, status] of refused) {
    const answer = await server.ask(`${model}/next-tokens`, post(body));
    expect([status, answer.headers['content-type']]).toEqual([
      answer.status,
      expect.stringContaining('application/problem+json'),
    ]);
  }
  expect((await server.ask('/api/v1/models/nothing/tokens', post({ text: 'x' }))).status).toBe(404);
  expect((await server.ask(`${model}/next-tokens`, post({ text: 'x' }))).status).toBe(200);
});
