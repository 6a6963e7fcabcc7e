import { fakeEmbeddings, fakeKnowledgeBase, fakePassage, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { search } from './search.ts';

const texts = { 'fees.md': 'A lost card costs four pounds.', 'dogs.md': 'Dogs wait outside, assistance dogs do not.' };

test('passages come best first with how well they fit, and the report says what was searched', async () => {
  const { outputs } = await runNode(search, {
    inputs: { knowledge: fakeKnowledgeBase(texts), query: 'What does a lost card cost?' },
  });
  expect(outputs['passages']).toMatchObject([{ metadata: { source: 'fees.md', match: { rank: 1 } } }]);
  expect(outputs['report']).toMatchObject({ query: 'What does a lost card cost?', mode: 'hybrid', passages: 2 });
  expect(JSON.parse(JSON.stringify(outputs))).toEqual(outputs);
});

test('settings reach the base: empty lines of a filter count for nothing', async () => {
  const asked: object[] = [];
  const base = fakeKnowledgeBase(texts);
  const listening = {
    ...base,
    search: async (query: string, options = {}) => (asked.push(options), base.search(query, options)),
  };
  const history = [{ role: 'user', content: 'Dogs?' }];
  const settings = { mode: 'keyword', top: 3, sources: ['*.md', ' '], languages: [''], history };
  await runNode(search, { inputs: { knowledge: listening, query: 'and cats?', ...settings } });
  expect(asked).toMatchObject([
    { mode: 'keyword', top: 3, history, filter: { sources: ['*.md'], languages: undefined } },
  ]);
});

test('passages of the flow are searched without a base', async () => {
  const passages = Object.entries(texts).map(([source, text]) => fakePassage(source, text));
  const { outputs } = await runNode(search, {
    inputs: { passages, query: 'Where do dogs wait?', embeddings: fakeEmbeddings() },
  });
  expect(outputs['passages']).toMatchObject([{ pageContent: texts['dogs.md'] }]);
});
