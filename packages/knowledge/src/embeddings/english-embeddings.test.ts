import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { EmbeddingsModel } from '@jacquard/node-kit';
import { createEmbeddingsService } from './create-embeddings-service.ts';

// The weights take a moment where other tests run beside it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const refuse = (): Promise<never> => Promise.reject(new Error('nothing may leave the machine'));
const service = createEmbeddingsService({
  fetch: refuse,
  local: { embeddings: refuse },
  log: { info: () => undefined, warn: () => undefined },
});
let model: EmbeddingsModel;
beforeAll(async () => {
  model = await service.open('default');
});
afterAll(() => service.close());

function cosine(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

test('a question is nearer to what answers it than to anything else, without a shared word', async () => {
  const texts = [
    'Items may be borrowed for three weeks.',
    'The café serves soup at noon.',
    'Parking is behind the station.',
  ];
  const [question, rows] = await Promise.all([
    model.embedQuery('How long can I keep a book?'),
    model.embedDocuments(texts),
  ]);
  const near = rows.map((row) => cosine(question, row));
  expect(near.indexOf(Math.max(...near))).toBe(0);
});

test('vectors come in order and have length 1, whatever batches they were computed in', async () => {
  const texts = Array.from({ length: 19 }, (_, index) => `Room number ${index} `.repeat(index + 1));
  const [together, alone] = await Promise.all([model.embedDocuments(texts), model.embedQuery(texts[17] ?? '')]);
  expect(together).toHaveLength(19);
  for (const row of together) expect(Math.hypot(...row)).toBeCloseTo(1, 4);
  expect(cosine(alone, together[17] ?? [])).toBeCloseTo(1, 3);
});

test('a text of 50,000 characters costs no more than its beginning, and an empty one has no direction', async () => {
  const [long, empty] = await model.embedDocuments(['opening hours of the library '.repeat(2_000), '  ']);
  expect(Math.hypot(...(long ?? []))).toBeCloseTo(1, 4);
  expect(empty).toHaveLength(512);
  expect(Math.hypot(...(empty ?? []))).toBe(0);
});

test('its identity is the hash of its weights, and is told without loading them', async () => {
  const described = await service.describe('default');
  expect(described).toEqual({
    identity: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    name: model.name,
    location: 'local',
    languages: ['en'],
  });
  expect(model.identity).toEqual(described.identity);
});

test('a question overtakes documents that wait, and an abort frees what waits', async () => {
  const order: string[] = [];
  const abort = new AbortController();
  const documents = model
    .embedDocuments(
      Array.from({ length: 60 }, (_, index) => `Chapter ${index}. `.repeat(40)),
      abort.signal,
    )
    .catch((error: unknown) => order.push(`documents ${String(error)}`));
  await model.embedQuery('Who wrote chapter three?').then(() => order.push('question'));
  abort.abort('stopped');
  await documents;
  expect(order).toEqual(['question', 'documents stopped']);
  expect(await model.embedQuery('Still there?')).toHaveLength(512);
});
