import type { EmbeddingsModel } from '@jacquard/node-kit';
import { fakeEmbeddings, fakePassage } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { embedPassages } from './embed-passages.ts';

const passage = (text: string, language: string, headings: string[] = []) => {
  const { metadata } = fakePassage('a.md', text);
  return { pageContent: text, metadata: { ...metadata, language, headings } };
};
const signal = new AbortController().signal;

/** Embeddings that remember what they were asked. */
function remembering(languages?: readonly string[]) {
  const asked: string[][] = [];
  const model: EmbeddingsModel = {
    ...fakeEmbeddings({ ...(languages && { languages }), dimensions: 8 }),
    async embedDocuments(texts) {
      asked.push(texts);
      return texts.map((text) => [text.length]);
    },
  };
  return { asked, model };
}

test('passages in a language that the embeddings don’t know have no vector, and are not sent', async () => {
  const { asked, model } = remembering(['en']);
  const passages = [passage('One.', 'en'), passage('Deux.', 'fr'), passage('?', 'und'), passage('Three.', 'en')];
  expect(await embedPassages(passages, model, { signal, onDone: () => undefined })).toEqual([
    [4],
    undefined,
    undefined,
    [6],
  ]);
  expect(asked).toEqual([['One.', 'Three.']]);
});

test('embeddings whose languages nobody knows are trusted with all', async () => {
  const { model } = remembering();
  const passages = [passage('Deux.', 'fr'), passage('?', 'und')];
  expect(await embedPassages(passages, model, { signal, onDone: () => undefined })).toEqual([[5], [1]]);
});

test('a passage is embedded under its headings, each said once', async () => {
  const { asked, model } = remembering();
  const passages = [passage('Fees\n\nTwo euros.', 'en', ['Handbook', 'Fees'])];
  await embedPassages(passages, model, { signal, onDone: () => undefined });
  expect(asked).toEqual([['Handbook\nFees\n\nTwo euros.']]);
});

test('many passages go in parts, in order, and are counted as they come', async () => {
  const { asked, model } = remembering(['en']);
  const passages = Array.from({ length: 70 }, (_, index) => passage('x'.repeat(index + 1), index === 5 ? 'fr' : 'en'));
  const counts: number[] = [];
  const vectors = await embedPassages(passages, model, { signal, onDone: (count) => counts.push(count) });
  expect(vectors.map((vector) => vector?.[0])).toEqual(
    passages.map((_, index) => (index === 5 ? undefined : index + 1)),
  );
  expect(asked.map(({ length }) => length)).toEqual([32, 32, 5]);
  expect([counts[0], counts.at(-1)]).toEqual([1, 70]);
});
