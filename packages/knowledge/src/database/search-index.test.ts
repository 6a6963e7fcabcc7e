import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddingsModel, SearchOptions, SearchResult } from '@jacquard/node-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnowledgeIndex } from '../interfaces.ts';
import { type KnowledgeIndexes, openKnowledgeIndexes } from './open-knowledge-indexes.ts';
import { sampleEntry } from './testing/sample-entry.ts';

const log = { info: () => undefined, warn: () => undefined };
const base = { id: 'town', name: 'Town' };
let folder: string;
let indexes: KnowledgeIndexes;
let town: KnowledgeIndex;

/** What each text is near to, in three directions. */
const vectors: Readonly<Record<string, readonly number[]>> = {
  'Can I take my dog along?': [1, 0, 0],
  'Pets stay outside.': [0.9, 0.1, 0.42],
  'Loans last three weeks.': [0, 1, 0],
  'Late books cost ten cents a day.': [0.1, 0.9, 0.42],
  'Rooms can be booked for a morning.': [0, 0, 1],
};
const asked: string[] = [];
const embeddings: EmbeddingsModel = {
  identity: 'three directions',
  name: 'Three directions',
  location: 'local',
  languages: ['en'],
  embedDocuments: async (texts) => texts.map((text) => [...(vectors[text] ?? [0, 0, 0])]),
  async embedQuery(text) {
    asked.push(text);
    return [...(vectors[text] ?? [0.5, 0.5, 0.5])];
  },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-search-'));
  indexes = openKnowledgeIndexes({ log });
  town = indexes.open(join(folder, 'town.db'));
  const english = [
    'Pets stay outside.',
    'Loans last three weeks.',
    'Late books cost ten cents a day.',
    'Rooms can be booked for a morning.',
  ];
  await town.replace(
    sampleEntry({
      source: 'rules/house.txt',
      date: '2024-03-01T10:00:00Z',
      passages: english.map((text) => ({ text, vector: vectors[text] ?? [] })),
    }),
  );
  await town.replace(
    sampleEntry({
      source: 'règlement/prêts.txt',
      language: 'fr',
      title: 'Règlement du prêt',
      date: '2025-01-15T10:00:00Z',
      passages: [
        "L'abonnement annuel coûte 1 234,56 francs.",
        'Les bibliothèques ferment en été.',
        'Un livre perdu est remplacé.',
        'Les amendes sont de dix centimes.',
      ],
    }),
  );
});
afterAll(async () => {
  await indexes.close();
  await rm(folder, { recursive: true });
});

function search(query: string, options: SearchOptions = {}, model?: EmbeddingsModel): Promise<SearchResult> {
  return town.search(query, { ...options, embeddings: model, base });
}
const texts = ({ passages }: SearchResult): string[] => passages.map(({ pageContent }) => pageContent);

test('a question finds passages in its language, whatever the inflection, accents and elisions', async () => {
  for (const question of [
    "Quand la bibliothèque est-elle fermée l'été ?",
    'bibliotheque fermee en ete',
    'BIBLIOTHÈQUE',
  ]) {
    const found = await search(question);
    expect(texts(found)[0]).toBe('Les bibliothèques ferment en été.');
    expect(found.report).toMatchObject({
      language: 'fr',
      usesHistory: false,
      mode: 'hybrid',
      documents: 2,
      passages: 8,
    });
  }
  expect(texts(await search('How long does a loan last?'))[0]).toBe('Loans last three weeks.');
  expect(texts(await search('abonnement 1234,56'))[0]).toContain('1 234,56');
  expect((await search('abonnement')).passages[0]?.metadata.match).toMatchObject({
    strength: 'strong',
    coverage: 1,
    rank: 1,
  });
});

test('a word counts in the language of the passage alone, and the report says how many hold it', async () => {
  const { report } = await search('How late is a book?');
  expect(report.terms.map(({ word, passages }) => [word, passages])).toEqual([
    ['late', 1],
    ['book', 2],
  ]);
  expect(report.coverage).toBe(1);
});

test('sources, languages and dates restrict what is searched; all that is given must hold', async () => {
  const sizes = async (filter: SearchOptions['filter']): Promise<number> =>
    (await search('livre book', { filter })).report.passages;
  expect(await sizes({ sources: ['rules/*'] })).toBe(4);
  expect(await sizes({ sources: ['règlement/**', 'rules/house.txt'] })).toBe(8);
  expect(await sizes({ languages: ['fr'] })).toBe(4);
  expect(await sizes({ from: '2024-06-01' })).toBe(4);
  expect(await sizes({ until: '2024-03-01T10:00:00Z' })).toBe(0);
  expect(await sizes({ languages: ['fr'], sources: ['rules/*'] })).toBe(0);
  const french = await search('livre book', { filter: { languages: ['fr'] } });
  expect(texts(french)).toEqual(['Un livre perdu est remplacé.']);
  const near = await search('Can I take my dog along?', { mode: 'dense', filter: { sources: ['other'] } }, embeddings);
  expect(near.passages).toEqual([]);
});

test('meaning finds what shares no word, and says what it weighed', async () => {
  const { passages, report } = await search('Can I take my dog along?', {}, embeddings);
  expect(passages[0]?.pageContent).toBe('Pets stay outside.');
  expect(report).toMatchObject({ meaning: 'used', meaningWeight: 0.9, coverage: 0 });
  expect(report.bestMeaning).toBeCloseTo(0.9, 1);
});

test('embeddings that do not know the language weigh nothing, are not asked, and the report says so', async () => {
  asked.length = 0;
  const { report, passages } = await search('Quelles sont les amendes ?', {}, embeddings);
  expect(report).toMatchObject({ meaning: 'language-unknown', meaningWeight: 0 });
  expect(passages[0]?.pageContent).toBe('Les amendes sont de dix centimes.');
  expect((await search('Loans?', { mode: 'keyword' }, embeddings)).report.meaning).toBe('not-asked');
  expect((await search('Loans?')).report.meaning).toBe('no-embeddings');
  expect(asked).toEqual([]);
});

test('a threshold drops what scores less, and top bounds the count', async () => {
  const all = await search('book loan pet room', { top: 4 });
  expect(all.passages.length).toBeGreaterThan(1);
  const best = all.passages[0]?.metadata.match?.score ?? 0;
  expect((await search('book loan pet room', { threshold: best })).passages).toHaveLength(1);
  expect((await search('book loan pet room', { top: 1 })).passages).toHaveLength(1);
});

test('neighbours are joined to a passage, whose offsets widen, and none is given twice', async () => {
  const { passages } = await search('three weeks late cents', { top: 2, neighbours: 1 });
  const documents = await town.documents('rules/house.txt');
  const [first] = passages;
  const { start = 0, end = 0 } = first?.metadata ?? {};
  expect(first?.pageContent).toBe(documents?.[0]?.pageContent.slice(start, end));
  expect(first?.pageContent.split('\n')).toHaveLength(3);
  expect(
    texts({ passages } as SearchResult)
      .join('\n')
      .match(/Loans last/g),
  ).toHaveLength(1);
});

test('a message that leans on the last question is searched with it, and the report shows it', async () => {
  const history = [
    { role: 'user', content: 'How long does a loan last?' },
    { role: 'assistant', content: 'Three weeks.' },
  ];
  const leaning = await search('And for rooms?', { history });
  expect(leaning.report).toMatchObject({
    question: 'And for rooms?',
    query: 'How long does a loan last? And for rooms?',
    usesHistory: true,
  });
  expect(texts(leaning)).toEqual(
    expect.arrayContaining(['Loans last three weeks.', 'Rooms can be booked for a morning.']),
  );
  expect((await search('What do late books cost?', { history })).report).toMatchObject({ usesHistory: false });
});
