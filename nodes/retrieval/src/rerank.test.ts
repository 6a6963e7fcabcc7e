import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { Problem } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { rerank } from './rerank.ts';

const passage = (pageContent: string) => ({ pageContent, metadata: { source: 'a.txt' } });
const passages = [passage('tea'), passage('the blue loom'), passage('a loom')];

test('the best comes first with its figure, equals stay in order, and no more are kept than asked for', async () => {
  const { outputs } = await runNode(rerank, { inputs: { passages, question: 'blue loom', top: 2 } });
  expect(outputs).toEqual({
    passages: [
      { pageContent: 'the blue loom', metadata: { source: 'a.txt', relevance: 1 } },
      { pageContent: 'a loom', metadata: { source: 'a.txt', relevance: 0.5 } },
    ],
  });
});

test('without a passage no model is asked; a model that isn’t there says so', async () => {
  const given = fakeServices();
  const refuse = () => Promise.reject(new Problem('model-not-installed', { model: 'x' }));
  const services = { ...given, models: { ...given.models, reranker: refuse } };
  const none = await runNode(rerank, { inputs: { passages: [], question: 'x' }, services });
  expect(none.outputs).toEqual({ passages: [] });
  await expect(runNode(rerank, { inputs: { passages, question: 'x' }, services })).rejects.toMatchObject({
    code: 'model-not-installed',
  });
});
