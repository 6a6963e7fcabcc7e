import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnowledgeIndex } from '../interfaces.ts';
import { type KnowledgeIndexes, openKnowledgeIndexes } from './open-knowledge-indexes.ts';
import { sampleEntry } from './testing/sample-entry.ts';

const warnings: object[] = [];
const log = { info: () => undefined, warn: (fields: object) => void warnings.push(fields) };
const base = { id: 'handbook', name: 'Handbook' };
const search = { embeddings: undefined, base };
let folder: string;
let indexes: KnowledgeIndexes;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-index-'));
  indexes = openKnowledgeIndexes({ log });
});
afterAll(async () => {
  await indexes.close();
  await rm(folder, { recursive: true });
});

let count = 0;
function newIndex(): KnowledgeIndex {
  return indexes.open(join(folder, `bases/${(count += 1)}.db`));
}

test('a file is found by its words, replaced whole, and gone when it is removed', async () => {
  const index = newIndex();
  expect(await index.settings()).toBeUndefined();
  const settings = { embeddings: null, passages: { size: 800 }, reader: 1 };
  await index.prepare(settings);
  const entry = sampleEntry({
    source: 'rules.txt',
    passages: ['Loans last three weeks.', 'Fines are ten cents a day.'],
  });
  await index.replace(entry);
  expect(await index.settings()).toEqual(settings);
  expect(await index.files()).toEqual([{ ...entry.file, passages: 2, languages: ['en'] }]);
  expect(await index.documents('rules.txt')).toEqual(entry.documents);
  expect(await index.passagesOf('rules.txt')).toEqual(entry.passages);
  const found = await index.search('What is the fine?', search);
  expect(found.passages[0]).toMatchObject({
    pageContent: 'Fines are ten cents a day.',
    metadata: { base: 'handbook', match: { rank: 1 } },
  });
  await index.replace(sampleEntry({ source: 'rules.txt', passages: ['Fines are twenty cents a day.'] }));
  const again = await index.search('fine', search);
  expect(again.passages.map(({ pageContent }) => pageContent)).toEqual(['Fines are twenty cents a day.']);
  expect(again.report.terms).toMatchObject([{ word: 'fine', passages: 1 }]);
  await index.remove(['rules.txt']);
  expect(await index.counts()).toEqual({ documents: 0, passages: 0, languages: [] });
  expect((await index.search('fine', search)).report).toMatchObject({ passages: 0, terms: [{ passages: 0 }] });
  expect(await index.documents('rules.txt')).toBeUndefined();
});

test('the revision grows with every change of what is held, and not by reading or leases', async () => {
  const index = newIndex();
  const revisions = [await index.revision()];
  const remember = async (): Promise<void> => void revisions.push(await index.revision());
  await index.replace(sampleEntry({ source: 'a.txt', passages: ['One.'] }));
  await remember();
  await index.remove(['a.txt']);
  await remember();
  expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  await index.search('one', search);
  await index.touch('a.txt', '2', 3);
  await index.lease('me', 10, 0);
  await remember();
  expect(revisions[3]).toBe(revisions[2]);
});

test('other settings empty the index, the same in another order of keys do not', async () => {
  const index = newIndex();
  await index.prepare({ embeddings: { a: 1, b: 2 }, passages: {}, reader: 1 });
  await index.replace(sampleEntry({ source: 'a.txt', passages: [{ text: 'One.', vector: [1, 0] }] }));
  await index.prepare({ embeddings: { b: 2, a: 1 }, passages: {}, reader: 1 });
  expect((await index.counts()).passages).toBe(1);
  await index.prepare({ embeddings: { a: 1, b: 3 }, passages: {}, reader: 1 });
  expect(await index.files()).toEqual([]);
  expect((await index.search('one', search)).passages).toEqual([]);
  await index.replace(sampleEntry({ source: 'a.txt', passages: [{ text: 'One.', vector: [1, 0, 0] }] }));
  expect((await index.counts()).passages).toBe(1);
});

test('touching a file changes its stamp and time alone', async () => {
  const index = newIndex();
  const entry = sampleEntry({ source: 'a.txt', passages: ['One.'] });
  await index.replace(entry);
  await index.touch('a.txt', 'new', 77);
  expect(await index.files()).toEqual([{ ...entry.file, stamp: 'new', modified: 77, passages: 1, languages: ['en'] }]);
});

test('one builds at a time, until its time is over or it gives up', async () => {
  const index = newIndex();
  expect(await index.lease('a', 100, 0)).toBe(true);
  expect(await index.lease('b', 100, 50)).toBe(false);
  expect(await index.lease('a', 200, 60)).toBe(true);
  expect(await index.lease('b', 300, 201)).toBe(true);
  await index.release('a');
  expect(await index.lease('c', 400, 250)).toBe(false);
  await index.release('b');
  expect(await index.lease('c', 400, 251)).toBe(true);
});

test('a damaged file is put aside, said, and an empty index begun', async () => {
  const file = join(folder, 'damaged.db');
  await writeFile(file, 'this is no database, but it is long enough to be taken for one'.repeat(200));
  const index = indexes.open(file);
  expect(await index.counts()).toMatchObject({ passages: 0 });
  await index.replace(sampleEntry({ source: 'a.txt', passages: ['One.'] }));
  expect((await index.counts()).passages).toBe(1);
  expect(warnings).toContainEqual({ file, putAside: expect.stringContaining('damaged.db.damaged-') });
  expect((await readdir(folder)).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});

test('an index of a version that this program does not know is emptied, not refused', async () => {
  const file = join(folder, 'newer.db');
  const newer = new DatabaseSync(file);
  newer.exec('create table passages (other text); create table files (number text); pragma user_version = 99');
  newer.close();
  const index = indexes.open(file);
  expect(await index.settings()).toBeUndefined();
  await index.replace(sampleEntry({ source: 'a.txt', passages: ['One.'] }));
  expect((await index.counts()).passages).toBe(1);
});

test('damage that shows while the index is open empties it, after one call that says so', async () => {
  const file = join(folder, 'later.db');
  const index = indexes.open(file);
  const passages = Array.from({ length: 400 }, (_, at) => `Passage ${at} is woven of many threads.`);
  await index.replace(sampleEntry({ source: 'a.txt', passages }));
  await index.close();
  const bytes = await readFile(file);
  await writeFile(file, Buffer.concat([bytes.subarray(0, 8_192), randomBytes(bytes.length - 8_192)]));
  const outcomes = await Promise.allSettled([index.passagesOf('a.txt'), index.search('woven', search)]);
  const codes = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(new Set(codes)).toEqual(new Set(['knowledge-index-damaged']));
  expect(await index.files()).toEqual([]);
  await index.replace(sampleEntry({ source: 'a.txt', passages: ['One.'] }));
  expect((await index.search('one', search)).report.passages).toBe(1);
});

test('an index that was deleted is begun anew', async () => {
  const file = join(folder, 'deleted.db');
  const index = indexes.open(file);
  await index.replace(sampleEntry({ source: 'a.txt', passages: ['One.'] }));
  const before = await index.revision();
  await Promise.all(['', '-wal', '-shm'].map((ending) => rm(file + ending, { force: true })));
  expect((await index.counts()).passages).toBe(0);
  expect(await index.revision()).toBeGreaterThan(before);
});
