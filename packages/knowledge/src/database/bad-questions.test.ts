import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastCheck from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnowledgeIndex } from '../interfaces.ts';
import { type KnowledgeIndexes, openKnowledgeIndexes } from './open-knowledge-indexes.ts';
import { sampleEntry } from './testing/sample-entry.ts';

const options = { embeddings: undefined, base: { id: 'b', name: 'B' } };
let folder: string;
let indexes: KnowledgeIndexes;
let index: KnowledgeIndex;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-questions-'));
  indexes = openKnowledgeIndexes({ log: { info: () => undefined, warn: () => undefined } });
  index = indexes.open(join(folder, 'b.db'));
  const passages = [
    'Books are lent for three weeks.',
    'The title of a body near headings.',
    'C++ and "quotes" cost 5.',
  ];
  await index.replace(sampleEntry({ source: 'a.txt', passages }));
});
afterAll(async () => {
  await indexes.close();
  await rm(folder, { recursive: true });
});

test.each([
  '"',
  'books"',
  '"books" NEAR "weeks"',
  'NEAR(books weeks, 2)',
  'title: books',
  '{title body}: books',
  'books*',
  '^books',
  'books AND NOT weeks OR',
  "'; drop table passages; --",
  '(((',
  'books\0weeks',
  '\u{1F4DA} books \ud800',
  '- + * : ^ ~ % _ $',
])('%j is words, not syntax', async (question) => {
  const { passages } = await index.search(question, options);
  const texts = passages.map(({ pageContent }) => pageContent);
  expect(texts.includes('Books are lent for three weeks.')).toBe(question.includes('books'));
  expect((await index.counts()).passages).toBe(3);
});

test('no text at all breaks a search', async () => {
  await fastCheck.assert(
    fastCheck.asyncProperty(fastCheck.string({ unit: 'binary', maxLength: 60 }), async (question) => {
      const { report } = await index.search(question, options);
      expect(report.query).toBe(question);
    }),
    { numRuns: 100 },
  );
});

test('an empty question, or one of blanks, finds nothing and says what was searched', async () => {
  for (const question of ['', '   \n', '?', 'the of and']) {
    const { passages, report } = await index.search(question, options);
    expect(passages).toEqual([]);
    expect(report).toMatchObject({ question, terms: [], coverage: 0, passages: 3 });
  }
});

test('a question of 50,000 characters is answered soon, by the words that tell most', async () => {
  const noise = Array.from({ length: 6_000 }, (_, at) => `filler${at}`).join(' ');
  const question = `${noise.slice(0, 49_970)} how are books lent?`;
  const begun = performance.now();
  const { passages, report } = await index.search(question, options);
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(passages[0]?.pageContent).toBe('Books are lent for three weeks.');
  expect(report.terms.length).toBeLessThanOrEqual(48);
});

test('one word, and a question in a third language, are searched', async () => {
  expect((await index.search('weeks', options)).passages).toHaveLength(1);
  const { passages, report } = await index.search('¿Cuántas semanas puedo tener los libros prestados?', options);
  expect(report.language).toBe('es');
  expect(passages).toEqual([]);
});

test('a search whose caller gave up rejects with the reason at once', async () => {
  const controller = new AbortController();
  const searched = index.search('books', { ...options, signal: controller.signal });
  controller.abort(new Error('gave up'));
  await expect(searched).rejects.toThrow('gave up');
  await expect(index.search('books', { ...options, signal: controller.signal })).rejects.toThrow('gave up');
  expect((await index.search('books', options)).passages).toHaveLength(1);
});
