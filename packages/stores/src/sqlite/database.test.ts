import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { composeStores } from '../compose-stores.ts';
import { createContentInMemory } from '../content/content-in-memory.ts';
import { openStores } from '../open-stores.ts';
import { createSecretKeyInMemory } from '../secrets/secret-key.ts';
import {
  endedRun,
  expectProblem,
  flowDocument,
  numbered,
  startRun,
  stepEnd,
} from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openDatabase } from './database.ts';

test('keeps everything from one start to the next', async () => {
  const home = temporaryFolder();
  const first = await openStores({ home });
  await first.flows.create('main', flowDocument('Flow'));
  await endedRun(first, 'main', 'run');
  await first.close();
  const second = await openStores({ home, durability: 'full' });
  expect(await second.flows.list('main')).toHaveLength(1);
  expect(await second.runs.events('main', 'run', 0)).toHaveLength(3);
  await second.close();
});

test('shows nobody else what it keeps', async () => {
  const home = join(temporaryFolder(), 'home');
  const stores = await openStores({ home });
  await stores.close();
  expect(statSync(home).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, 'jacquard.db')).mode & 0o077).toBe(0);
});

test('refuses a database of a newer program and leaves it as it is', async () => {
  const home = temporaryFolder();
  const file = join(home, 'jacquard.db');
  const newer = new DatabaseSync(file);
  newer.exec('create table runs (id text, mystery blob) strict; pragma user_version = 99');
  newer.close();
  const before = readFileSync(file);
  await expect(openStores({ home })).rejects.toMatchObject({
    code: 'store-too-new',
    params: { file, version: 99, known: expect.any(Number) },
  });
  expect(readFileSync(file)).toEqual(before);
});

test.for([
  ['text', Buffer.from('this is not a database, but a letter of some length that somebody saved here by mistake')],
  ['zeros', Buffer.alloc(8192)],
  ['a damaged header', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 0xff)])],
])('refuses a file of %s and leaves it as it is', async ([, bytes]) => {
  const home = temporaryFolder();
  const file = join(home, 'jacquard.db');
  writeFileSync(file, bytes as Buffer);
  await expect(openStores({ home })).rejects.toMatchObject({ code: 'store-corrupt', params: { file } });
  expect(readFileSync(file)).toEqual(bytes);
});

/** The page, from 1, that a table begins on. */
function rootPage(file: string, table: string): number {
  const database = new DatabaseSync(file);
  const row = database.prepare('select rootpage from sqlite_schema where name = ?').get(table);
  database.close();
  return Number(row?.['rootpage']);
}

test('names the file when its inside is damaged', async () => {
  const home = temporaryFolder();
  const file = join(home, 'jacquard.db');
  const first = await openStores({ home });
  for (const id of ['a', 'b', 'c']) await endedRun(first, 'main', id, { extra: 'x'.repeat(20_000) });
  await first.close();
  const page = rootPage(file, 'runs');
  const bytes = readFileSync(file);
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(file, bytes);
  const second = await openStores({ home });
  await expect(second.runs.list('main')).rejects.toMatchObject({ code: 'store-corrupt', params: { file } });
  await expect(startRun(second, 'main', 'd')).rejects.toMatchObject({ code: 'store-corrupt' });
  expect(await second.flows.list('main')).toEqual([]);
  await second.close();
});

test('says that a folder may not be written to', async () => {
  const home = join(temporaryFolder(), 'home');
  writeFileSync(home, 'a file where the folder should be');
  await expect(openStores({ home })).rejects.toMatchObject({ name: 'Problem', params: { file: home } });
  await expect(openStores({ home: join(home, 'deeper') })).rejects.toMatchObject({ code: 'store-not-writable' });
});

test('writes nothing by halves when the disk is full, and goes on once there is room', async () => {
  const database = await openDatabase({ file: join(temporaryFolder(), 'jacquard.db') });
  const stores = composeStores({
    database,
    content: createContentInMemory(),
    secretKey: createSecretKeyInMemory(),
    placeOfKnowledge: () => ({ folder: temporaryFolder(), isOwn: true }),
    now: Date.now,
  });
  await startRun(stores, 'main', 'run');
  const { used } = database.prepare<{ used: number }>('select page_count as used from pragma_page_count').get() ?? {
    used: 0,
  };
  database.exec(`pragma max_page_count = ${used + 2}`);
  const events = numbered([stepEnd('small', 'x'), stepEnd('large', 'y'.repeat(100_000))], 2);
  await expectProblem(stores.runs.append('main', { runId: 'run', owner: 'owner', events }), 'store-full');
  expect(await stores.runs.get('main', 'run')).toMatchObject({ lastSeq: 1 });
  expect(await stores.runs.events('main', 'run', 0)).toHaveLength(1);
  database.exec('pragma max_page_count = 100000');
  await stores.runs.append('main', { runId: 'run', owner: 'owner', events });
  expect(await stores.runs.events('main', 'run', 0)).toHaveLength(3);
  await stores.close();
});

test('lets small writes through beside a large one that has no room', async () => {
  const database = await openDatabase({ file: ':memory:' });
  const stores = composeStores({
    database,
    content: createContentInMemory(),
    secretKey: createSecretKeyInMemory(),
    placeOfKnowledge: () => ({ folder: temporaryFolder(), isOwn: true }),
    now: Date.now,
  });
  database.exec('pragma max_page_count = 60');
  const outcomes = await Promise.allSettled([
    stores.preferences.set('main', 'large', 'x'.repeat(1_000_000)),
    stores.preferences.set('main', 'small', 'fits'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await stores.preferences.get('main', 'small')).toBe('fits');
  expect(await stores.preferences.get('main', 'large')).toBeUndefined();
  await stores.close();
});

test('refuses work once it is closed, and finishes what was begun', async () => {
  const stores = await openStores({ home: temporaryFolder() });
  const begun = stores.preferences.set('main', 'key', 1);
  await stores.close();
  await begun;
  await expect(stores.preferences.get('main', 'key')).rejects.toMatchObject({ code: 'store-closed' });
  await expect(stores.preferences.set('main', 'key', 2)).rejects.toMatchObject({ code: 'store-closed' });
});
