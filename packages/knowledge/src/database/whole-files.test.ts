import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadLanguageTools } from '@jacquard/node-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KnowledgeIndex } from '../interfaces.ts';
import { passageWords } from '../search/passage-words.ts';
import { createIndexConnection } from './index-connection.ts';
import { type KnowledgeIndexes, openKnowledgeIndexes } from './open-knowledge-indexes.ts';
import { readCounts, readPassages } from './read-index.ts';
import { sampleEntry, type SampleFile } from './testing/sample-entry.ts';
import { writeEntry, type WrittenEntry } from './write-index.ts';

const log = { info: () => undefined, warn: () => undefined };
const program = new URL('./testing/write-forever.ts', import.meta.url).pathname;
const passagesEach = 40;
let folder: string;
let indexes: KnowledgeIndexes;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-whole-'));
  indexes = openKnowledgeIndexes({ log });
});
afterAll(async () => {
  await indexes.close();
  await rm(folder, { recursive: true });
});

function startWriter(file: string, ...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, file, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Every file has all of its passages, of one round, and search sees the same. */
async function expectWholeFiles(index: KnowledgeIndex): Promise<void> {
  const files = await index.files();
  for (const { source, passages: count } of files) {
    const passages = await index.passagesOf(source);
    expect(passages).toHaveLength(passagesEach);
    expect(count).toBe(passagesEach);
    expect(new Set(passages.map(({ pageContent }) => /Round \d+/.exec(pageContent)?.[0])).size).toBe(1);
  }
  const { report } = await index.search('woven', { embeddings: undefined, base: { id: 'a', name: 'A' } });
  expect(report.terms[0]?.passages).toBe(files.length * passagesEach);
}

test('a program killed while it writes leaves whole files only, time after time', async () => {
  const file = join(folder, 'killed.db');
  for (let kill = 0; kill < 6; kill += 1) {
    const writer = startWriter(file, '3', String(passagesEach));
    await once(writer.stdout ?? writer, 'data');
    await delay(17 * kill);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    await expectWholeFiles(indexes.open(file));
  }
  expect(await indexes.open(file).files()).not.toEqual([]);
}, 60_000);

test('two programs write one index at a time, and neither loses a file', async () => {
  const file = join(folder, 'shared.db');
  const writers = [
    startWriter(file, '4', String(passagesEach), '3'),
    startWriter(file, '4', String(passagesEach), '3'),
  ];
  const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0] as number));
  expect(codes).toEqual([0, 0]);
  const index = indexes.open(file);
  expect(await index.files()).toHaveLength(8);
  await expectWholeFiles(index);
}, 60_000);

test('a full disk keeps what was there, says so, and writing goes on once there is room', async () => {
  const tools = await loadLanguageTools();
  const index = createIndexConnection(join(folder, 'full.db'), () => undefined);
  const write = (file: SampleFile): void => {
    const entry = writtenEntry(file);
    const words = entry.passages.map((passage) => passageWords(passage, tools));
    index.change((database) => writeEntry(database, entry, words));
  };
  write({ source: 'a.txt', passages: ['One.', 'Two.'] });
  const pages = index.use(
    (database) => database.prepare<{ page_count: number }>('pragma page_count').get()?.page_count,
  );
  index.use((database) => database.exec(`pragma max_page_count = ${Number(pages) + 2}`));
  const large = {
    source: 'a.txt',
    passages: Array.from({ length: 300 }, (_, at) => `Passage ${at}. ${'x'.repeat(400)}`),
  };
  expect(() => write(large)).toThrow(expect.objectContaining({ code: 'knowledge-disk-full' }));
  expect(index.use((database) => readPassages(database, 'a.txt').map(({ pageContent }) => pageContent))).toEqual([
    'One.',
    'Two.',
  ]);
  index.use((database) => database.exec('pragma max_page_count = 100000'));
  write(large);
  expect(index.use(readCounts)).toMatchObject({ documents: 1, passages: 300 });
  index.close();
});

function writtenEntry(file: SampleFile): WrittenEntry {
  const entry = sampleEntry(file);
  return { ...entry, vectors: new Float32Array(0), dimensions: 0, hasVector: entry.passages.map(() => false) };
}
