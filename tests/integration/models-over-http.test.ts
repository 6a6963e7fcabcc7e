import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureStarterModel } from '@jacquard/local-llm/testing';
import { machineSchema, modelsSchema, tryEventSchema, type ModelState } from '@jacquard/protocol';
import { expect, test, vi } from 'vitest';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

// A real model takes its time where other tests run beside it, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000 });

const own = 'my-own';

/** A server without a network, with the starter model as a file of the user's. */
async function start(): Promise<ServerUnderTest & { readonly file: string }> {
  const { id, folder } = await ensureStarterModel();
  const server = await startUnderTest({ environment: { JACQUARD_NETWORK: 'none' } });
  const models = join(server.home, 'models');
  mkdirSync(models, { recursive: true });
  const file = join(models, `${own}.gguf`);
  copyFileSync(join(folder, `${id}.gguf`), file);
  return { ...server, file };
}

async function modelOf(server: ServerUnderTest, id: string): Promise<ModelState | undefined> {
  const { models } = modelsSchema.parse((await server.ask('/api/v1/models')).json);
  return models.find((model) => model.id === id);
}

const post = { method: 'POST', body: {} } as const;

test('a file of the user’s is described, measured, tried, named by a flow, made the default, and deleted', async () => {
  const server = await start();
  expect(await modelOf(server, own)).toMatchObject({ isOwn: true, quantisation: 'Q4_1', state: 'installed' });
  const { totalMemory, freeMemory, cores } = machineSchema.parse((await server.ask('/api/v1/models/machine')).json);
  expect(totalMemory).toBeGreaterThan((await modelOf(server, own))?.memory ?? Infinity);
  expect(freeMemory).toBeLessThanOrEqual(totalMemory);
  expect(cores).toBeGreaterThan(0);

  const measured = await server.ask(`/api/v1/models/${own}/measure`, post);
  expect(measured.json).toMatchObject({ reading: expect.any(Number), writing: expect.any(Number) });
  expect((await modelOf(server, own))?.speed).toEqual(measured.json);

  const tried = await server.ask(`/api/v1/models/${own}/try`, { ...post, body: { prompt: 'Say hello.' } });
  const events = [...tried.text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) =>
    tryEventSchema.parse(JSON.parse(data)),
  );
  expect(events.at(-1)).toMatchObject({ type: 'end', outputTokens: expect.any(Number) });
  expect(events.slice(0, -1).every(({ type }) => type === 'text')).toBe(true);
  expect(events.length).toBeGreaterThan(1);

  const node = { type: 'models.chat-model', inputs: { model: own } };
  const flow = await server.save({ jacquard: 1, name: 'Names it', nodes: { model: node } });
  await server.save({ jacquard: 1, name: 'Does not', nodes: { model: { type: 'models.chat-model' } } });
  expect((await server.ask(`/api/v1/models/${own}/uses`)).json).toEqual({
    flows: [{ id: flow, name: 'Names it' }],
    bases: [],
  });
  await server.ask('/api/v1/models/default', { method: 'PUT', body: { model: own } });
  expect((await modelOf(server, own))?.isDefault).toBe(true);

  expect((await server.ask(`/api/v1/models/${own}`, { method: 'DELETE' })).status).toBe(204);
  expect(existsSync(server.file)).toBe(false);
  expect(await modelOf(server, own)).toBeUndefined();
  expect((await modelOf(server, 'smollm2-135m'))?.isDefault).toBe(true);
});

test('what is not here says so, and what an earlier download left is told and can be deleted', async () => {
  const server = await start();
  const starter = '/api/v1/models/smollm2-135m';
  const tried = await server.ask(`${starter}/try`, { ...post, body: { prompt: 'Say hello.' } });
  expect(tried.text).toContain('"code":"model-not-installed"');
  expect((await server.ask(`${starter}/measure`, post)).json).toMatchObject({ code: 'model-not-installed' });
  expect((await server.ask('/api/v1/models/nothing', { method: 'DELETE' })).status).toBe(404);
  expect((await server.ask(`${starter}/try`, { ...post, body: { prompt: '' } })).status).toBe(400);
  const part = join(server.home, 'models', 'smollm2-135m.0123456789ab.part');
  writeFileSync(part, 'half of it');
  expect(await modelOf(server, 'smollm2-135m')).toMatchObject({ state: 'absent', partial: 10 });
  await server.ask(starter, { method: 'DELETE' });
  expect(existsSync(part)).toBe(false);
});

test('a caller who hangs up ends the answer: the next one does not wait for it', async () => {
  const server = await start();
  const hangUp = new AbortController();
  const answer = await fetch(`${server.url}/api/v1/models/${own}/try`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'Tell a long story about a loom.' }),
    signal: hangUp.signal,
  });
  await answer.body?.getReader().read();
  hangUp.abort();
  const next = await server.ask(`/api/v1/models/${own}/try`, { ...post, body: { prompt: 'Say hello.' } });
  expect(next.text).toContain('event: end');
});

test('flows say to whom they send, and nobody is asked', async () => {
  const server = await start();
  const inputs = { baseUrl: 'https://models.example.org/v1', model: 'large' };
  const flow = await server.save({
    jacquard: 1,
    name: 'Sends',
    nodes: { model: { type: 'models.openai-compatible', inputs } },
  });
  const { json } = await server.ask('/api/v1/models/elsewhere');
  expect(json).toEqual({
    providers: [],
    addresses: [{ origin: 'https://models.example.org', flows: [{ id: flow, name: 'Sends' }] }],
  });
});
