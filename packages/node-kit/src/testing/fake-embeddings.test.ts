import { expect, test } from 'vitest';
import { fakeEmbeddings } from './fake-embeddings.ts';

const similarity = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

test('texts that share words are nearer than others, and vectors have length 1', async () => {
  const [loom = [], looms = [], rain = []] = await fakeEmbeddings().embedDocuments([
    'the loom of 1804',
    'The LOOM of Jacquard',
    'rain tomorrow',
  ]);
  expect(similarity(loom, looms)).toBeGreaterThan(similarity(loom, rain));
  expect(similarity(loom, loom)).toBeCloseTo(1);
  expect(await fakeEmbeddings().embedQuery('the loom of 1804')).toEqual(loom);
});
