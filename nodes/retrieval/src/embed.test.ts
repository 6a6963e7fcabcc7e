import { fakeEmbeddings, fakePassage, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { embed } from './embed.ts';

test('the text’s vector comes first, then one a passage', async () => {
  const embeddings = fakeEmbeddings();
  const { outputs } = await runNode(embed, {
    inputs: { embeddings, text: 'loom', passages: [fakePassage('a', 'wool')] },
  });
  const expected = await embeddings.embedDocuments(['loom', 'wool']);
  expect(outputs).toEqual({ vector: expected[0], vectors: expected });
});

test('nothing to embed is said', async () => {
  const run = runNode(embed, { inputs: { embeddings: fakeEmbeddings(), text: ' ' } });
  await expect(run).rejects.toMatchObject({ code: 'retrieval-nothing-to-embed' });
});
