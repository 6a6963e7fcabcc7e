import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileProblem } from '../file-problem.ts';
import { openStores } from '../open-stores.ts';
import { createMemoryStores } from '../testing/create-memory-stores.ts';
import { expectProblem, manyBytes, textFile, upload } from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createContentFolder } from './content-folder.ts';

const flow = { kind: 'flow', id: 'flow' } as const;

test('keeps the bytes under their own hash and nothing half-written beside them', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home });
  const { file } = await stores.files.put('main', flow, { ...textFile, name: '../evil' }, upload('hello'), manyBytes);
  await expectProblem(stores.files.put('main', flow, textFile, upload('too long'), 3), 'file-too-large');
  expect(readdirSync(join(home, 'files')).sort()).toEqual([file.slice(0, 2), 'incoming']);
  expect(readdirSync(join(home, 'files', file.slice(0, 2)))).toEqual([file]);
  expect(readdirSync(join(home, 'files', 'incoming'))).toEqual([]);
  await stores.close();
});

test('names a file whose bytes were damaged or lost on the disk', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home });
  const { file } = await stores.files.put('main', flow, textFile, upload('hello'), manyBytes);
  const path = join(home, 'files', file.slice(0, 2), file);
  truncateSync(path, 3);
  await expect(stores.files.read('main', flow, file)).rejects.toMatchObject({
    code: 'file-damaged',
    params: { name: 'notes.txt', file: path },
  });
  await stores.files.put('main', flow, textFile, upload('hello'), manyBytes);
  expect(await stores.files.read('main', flow, file)).toEqual(Buffer.from('hello'));
  await stores.close();
});

test('keeps nothing of a file that the disk has no room for', async () => {
  const folder = temporaryFolder();
  const content = createContentFolder(folder);
  const incoming = await content.receive();
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const stores = createMemoryStores({
    content: {
      ...content,
      receive: async () => ({ ...incoming, write: async () => await Promise.reject(fileProblem(full, folder)) }),
    },
  });
  await expect(stores.files.put('main', flow, textFile, upload('hello'), manyBytes)).rejects.toMatchObject({
    code: 'store-full',
    params: { file: folder },
  });
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  expect(await stores.files.list('main', flow)).toEqual([]);
  await stores.close();
});

test('collects bytes that a dead process left, once they are old', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home });
  const kept = await stores.files.put('main', flow, textFile, upload('kept'), manyBytes);
  const orphan = createHash('sha256').update('orphan').digest('hex');
  const paths = [join(home, 'files', orphan.slice(0, 2), orphan), join(home, 'files', 'incoming', 'half')];
  mkdirSync(join(home, 'files', orphan.slice(0, 2)), { recursive: true });
  for (const path of paths) writeFileSync(path, 'orphan');
  await stores.files.collect('main');
  expect(paths.map((path) => existsSync(path))).toEqual([true, true]);
  for (const path of [...paths, join(home, 'files', kept.file.slice(0, 2), kept.file)]) utimesSync(path, 0, 0);
  await stores.files.collect('main');
  expect(paths.map((path) => existsSync(path))).toEqual([false, false]);
  expect(await stores.files.read('main', flow, kept.file)).toEqual(Buffer.from('kept'));
  await stores.close();
});

test('makes a path of nothing but a hash', async () => {
  const content = createContentFolder(temporaryFolder());
  for (const name of ['../../secret.key', 'A'.repeat(64), '']) {
    expect(() => content.location(name)).toThrow(TypeError);
    await expect(content.read(name)).rejects.toThrow(TypeError);
  }
});
