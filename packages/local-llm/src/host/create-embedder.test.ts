import type { Token } from 'node-llama-cpp';
import { expect, test } from 'vitest';
import { createEmbedder, type EmbeddingSource } from './create-embedder.ts';

/** A model whose tokens are words, and whose vectors tell how many there were. */
function wordModel(vectorOf: (tokens: number) => number[]) {
  const opened: { contextSize: number; batchSize: number }[] = [];
  const model: EmbeddingSource = {
    filename: 'words.gguf',
    trainContextSize: 14,
    tokenize: (text) => text.split(' ').map((_, index) => index as Token), // boundary: tokens are branded numbers
    async createEmbeddingContext(options) {
      opened.push(options);
      return { getEmbeddingFor: async ({ length }) => ({ vector: vectorOf(length) }) };
    },
  };
  return { opened, embedder: createEmbedder(model, { threads: 1 }) };
}

test('a text that is too long counts by its beginning, and that is said', async () => {
  const { embedder } = wordModel((tokens) => [tokens * 3, tokens * 4]);
  expect(await embedder.embed('one two')).toEqual({ vector: [0.6, 0.8], isCut: false });
  const lengths: number[] = [];
  const counting = wordModel((tokens) => [lengths.push(tokens)]).embedder;
  expect(await counting.embed('word '.repeat(50).trim())).toEqual({ vector: [1], isCut: true });
  expect(lengths).toEqual([10]);
});

test('contexts hold a whole text in a batch, and are used again', async () => {
  const { embedder, opened } = wordModel(() => [1]);
  await Promise.all([embedder.embed('a'), embedder.embed('b')]);
  await embedder.embed('c');
  expect(opened).toEqual([
    { contextSize: 14, batchSize: 14, threads: 1 },
    { contextSize: 14, batchSize: 14, threads: 1 },
  ]);
});

test.each([[[]], [[0, 0]], [[Number.NaN]]])('a model whose vector is %j gives none', async (vector) => {
  const { embedder } = wordModel(() => vector);
  await expect(embedder.embed('a')).rejects.toMatchObject({
    code: 'embeddings-not-for-texts',
    params: { name: 'words.gguf' },
  });
});
