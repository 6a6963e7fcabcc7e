import { copyFile, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { catalog } from './catalog/catalog.ts';
import { createLocalModels, type LocalModels } from './local-models.ts';
import { ensureStarterModel } from './testing/index.ts';

// A real model takes its time where other tests run beside it, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const log = { info: () => undefined, warn: () => undefined };
let models: LocalModels | undefined;
let opened = '';
afterEach(() => models?.close());

async function open(files: Record<string, string | { copyOf: string }>): Promise<LocalModels> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-own-'));
  opened = folder;
  for (const [name, content] of Object.entries(files)) {
    if (typeof content === 'string') await writeFile(join(folder, name), content);
    else await copyFile(content.copyOf, join(folder, name));
  }
  models = createLocalModels({ folder, fetch: () => Promise.reject(new Error('offline')), environment: {}, log });
  return models;
}

test("the catalog says what the starter model's file says of itself", async () => {
  const starter = await ensureStarterModel();
  const own = await open({ 'own.gguf': { copyOf: join(starter.folder, `${starter.id}.gguf`) } });
  const [listed] = (await own.list()).filter(({ id }) => id === 'own');
  const entry = catalog.find(({ id }) => id === starter.id);
  expect(listed).toMatchObject({ state: 'installed', size: entry?.size, contextTokens: entry?.contextTokens });
  expect(listed).toMatchObject({ languages: entry?.languages, parameters: entry?.parameters });
  const { memory = 0, quantisation } = listed ?? {};
  expect(memory / (entry?.memory ?? 1)).toBeCloseTo(1, 1);
  expect(quantisation).toBe(entry?.quantisation);
});

test("a model of the user's own answers", async () => {
  const starter = await ensureStarterModel();
  const own = await open({ 'own.gguf': { copyOf: join(starter.folder, `${starter.id}.gguf`) } });
  const model = await own.chat('own', { temperature: 0 });
  let text = '';
  for await (const chunk of model.stream([{ role: 'user', content: 'Say hello.' }], { maxTokens: 4 }))
    text += chunk.text;
  expect(text).not.toBe('');
});

test('its speed is found by an answer, and it is gone when it was deleted', async () => {
  const starter = await ensureStarterModel();
  const own = await open({ 'own.gguf': { copyOf: join(starter.folder, `${starter.id}.gguf`) } });
  const { reading, writing } = await own.measure('own');
  expect(reading).toBeGreaterThan(0);
  expect(writing).toBeGreaterThan(0);
  await expect(own.measure('own', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  await own.remove('own');
  expect((await own.list()).map(({ id }) => id)).not.toContain('own');
  await expect(own.measure('own')).rejects.toMatchObject({ code: 'model-unknown' });
});

test('a model in several files goes with all of them', async () => {
  const own = await open({ 'a-00001-of-00002.gguf': 'x', 'a-00002-of-00002.gguf': 'x', 'a-00001-of-00003.gguf': 'x' });
  await own.remove('a-00001-of-00002');
  expect(await readdir(opened)).toEqual(expect.not.arrayContaining(['a-00002-of-00002.gguf']));
  expect(await readdir(opened)).toContain('a-00001-of-00003.gguf');
});

test('what is no model, is not here or is not known says so', async () => {
  const own = await open({ 'broken.gguf': 'not a model' });
  const broken = (await own.list()).find(({ id }) => id === 'broken');
  expect(broken).toMatchObject({ state: 'failed', error: { code: 'model-file-broken' } });
  await expect(own.chat('smollm2-135m', {})).rejects.toMatchObject({ code: 'model-not-installed' });
  await expect(own.chat('nothing', {})).rejects.toMatchObject({ code: 'model-unknown' });
  await expect(own.install('nothing')).rejects.toMatchObject({ code: 'model-unknown' });
});

test('a model can be used from LangChain code', async () => {
  const { id, folder } = await ensureStarterModel();
  models = createLocalModels({ folder, fetch: () => Promise.reject(new Error('offline')), environment: {}, log });
  const chat = await (await models.chat(id, { maxTokens: 6 })).toLangChain();
  const message = await chat.invoke('Say hello.');
  expect(message.text).not.toBe('');
});
