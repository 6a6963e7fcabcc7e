import { Problem } from '@jacquard/flow';
import { fakeEmbeddings } from '@jacquard/node-kit/testing';
import { afterAll, expect, test } from 'vitest';
import { createEmbeddingsService } from './create-embeddings-service.ts';

const asked: string[] = [];
const service = createEmbeddingsService({
  fetch: () => Promise.reject(new Error('not asked here')),
  local: {
    async embeddings(id) {
      asked.push(id);
      if (id === 'absent') throw new Problem('model-not-installed', { id });
      return fakeEmbeddings({ languages: ['fr'] });
    },
  },
  log: { info: () => undefined, warn: () => undefined },
});
afterAll(() => service.close());

test('an address is a service, any other name a local model, and describing loads nothing', async () => {
  const choice = { url: 'https://example.org/v1', model: 'bge-m3' };
  expect(await service.describe(choice)).toMatchObject({ name: 'bge-m3', location: 'https://example.org' });
  expect(await service.open(choice)).toMatchObject({ identity: { url: 'https://example.org/v1', model: 'bge-m3' } });
  expect(await service.describe('own-model')).toEqual({
    identity: { fake: 'embeddings', dimensions: 64 },
    name: 'Fake',
    location: 'local',
    languages: ['fr'],
  });
  expect(asked).toEqual(['own-model']);
});

test('a local model that isn’t here is unavailable, and says why', async () => {
  const expected = { code: 'embeddings-unavailable', params: { name: 'absent', reason: 'model-not-installed' } };
  await expect(service.open('absent')).rejects.toMatchObject(expected);
  await expect(service.describe('absent')).rejects.toMatchObject(expected);
});

test('an abort comes before everything else', async () => {
  await expect(service.open('default', AbortSignal.abort('left'))).rejects.toBe('left');
});
