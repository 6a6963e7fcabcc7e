import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddingsModel } from '@jacquard/node-kit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLocalModels, type LocalModels } from './local-models.ts';
import { ensureStarterModel } from './testing/index.ts';

// A real model takes its time where other tests run beside it, and may have to be fetched first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const log = { info: () => undefined, warn: () => undefined };
let models: LocalModels;
let model: EmbeddingsModel;

beforeAll(async () => {
  const { id, folder } = await ensureStarterModel();
  const own = await mkdtemp(join(tmpdir(), 'jacquard-embeddings-'));
  await copyFile(join(folder, `${id}.gguf`), join(own, 'own.gguf'));
  models = createLocalModels({ folder: own, fetch: () => Promise.reject(new Error('offline')), environment: {}, log });
  model = await models.embeddings('own');
});
afterAll(() => models.close());

function cosine(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

test('a local model gives vectors of length 1, equal for equal texts, in order', async () => {
  const texts = ['The library opens at ten.', 'Soup is served at noon.', 'The library opens at ten.'];
  const [one, other, again] = await model.embedDocuments(texts);
  expect(Math.hypot(...(one ?? []))).toBeCloseTo(1, 5);
  expect(cosine(one ?? [], again ?? [])).toBeCloseTo(1, 4);
  expect(cosine(one ?? [], other ?? [])).toBeLessThan(0.9999);
  expect(cosine(await model.embedQuery('The library opens at ten.'), one ?? [])).toBeCloseTo(1, 4);
});

test('it stands on its file, and says what languages that names', async () => {
  expect(model).toMatchObject({ identity: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, location: 'local' });
  expect(model.languages).toEqual(['en']);
  const [listed] = (await models.list()).filter(({ id }) => id === 'own');
  expect(listed?.isForEmbeddings).toBe(false);
});

test('an abort ends it; what is not here or not known says so', async () => {
  const abort = new AbortController();
  const texts = Array.from({ length: 64 }, (_, index) => `Rule ${index} of the house. `.repeat(20));
  const embedding = model.embedDocuments(texts, abort.signal);
  setTimeout(() => abort.abort(new Error('left')), 200);
  await expect(embedding).rejects.toThrow('left');
  expect(await model.embedQuery('Still there?')).toHaveLength(576);
  await expect(models.embeddings('nothing')).rejects.toMatchObject({ code: 'model-unknown' });
  await expect(models.embeddings('smollm2-135m')).rejects.toMatchObject({ code: 'model-not-installed' });
});
