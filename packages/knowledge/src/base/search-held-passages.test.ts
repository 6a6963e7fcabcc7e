import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeEmbeddings } from '@jacquard/node-kit/testing';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { openKnowledgeIndexes } from '../database/open-knowledge-indexes.ts';
import { searchHeldPassages } from './search-held-passages.ts';

// Threads take their time to start where other tests run beside these.
vi.setConfig({ testTimeout: 60_000 });

const indexes = openKnowledgeIndexes({ log: { info: () => undefined, warn: () => undefined } });
afterAll(() => indexes.close());
const passages = [
  { pageContent: 'A library card costs two euros a year.', metadata: { colour: 'red' }, id: 'fee' },
  { pageContent: 'The reading room of the library opens at ten in the morning.', metadata: {} },
  { pageContent: 'Les enfants de moins de douze ans ne paient pas leur carte.', metadata: {} },
];

test('passages of a flow are found by their words, in their own language, and keep what they hold', async () => {
  const { passages: found, report } = await searchHeldPassages(
    indexes,
    passages,
    'What is the price of a library card?',
  );
  expect(found[0]).toMatchObject({ id: 'fee', metadata: { colour: 'red', language: 'en', start: 0, end: 38 } });
  expect(found[0]?.metadata).not.toHaveProperty('base');
  expect(report).toMatchObject({ passages: 3, meaning: 'no-embeddings' });
  expect(report).not.toHaveProperty('base');
  const french = await searchHeldPassages(indexes, passages, 'carte pour les enfants', { top: 1 });
  expect(french.passages[0]?.pageContent).toBe(passages[2]?.pageContent);
});

test('with embeddings their meaning counts; nothing is left on the disk', async () => {
  const embeddings = fakeEmbeddings();
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-held-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
  const { passages: found, report } = await searchHeldPassages(indexes, passages, 'ten in the morning', {
    embeddings,
    mode: 'dense',
    top: 1,
  });
  expect([found[0]?.pageContent, report.meaning]).toEqual([passages[1]?.pageContent, 'used']);
  expect(await readdir(folder)).toEqual([]);
});

test('an empty list, and an empty question, find nothing', async () => {
  expect((await searchHeldPassages(indexes, [], 'library')).passages).toEqual([]);
  expect((await searchHeldPassages(indexes, passages, '')).passages).toEqual([]);
});
