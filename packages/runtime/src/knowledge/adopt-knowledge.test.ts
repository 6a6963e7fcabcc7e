import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readKnowledgeFolder } from '@jacquard/stores';
import { createMemoryStores } from '@jacquard/stores/testing';
import { adoptKnowledge } from './adopt-knowledge.ts';

/** A folder with a base `handbook` of two documents, and a store to take it into. */
function openBoth() {
  const stores = createMemoryStores();
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-adopt-'));
  onTestFinished(async () => {
    await stores.close();
    rmSync(folder, { recursive: true });
  });
  mkdirSync(join(folder, 'library/rules'), { recursive: true });
  writeFileSync(join(folder, 'library/a.txt'), 'loans');
  writeFileSync(join(folder, 'library/rules/b.txt'), 'fees');
  utimesSync(join(folder, 'library/a.txt'), new Date(), new Date('2024-03-01T10:00:00Z'));
  const document = { 'jacquard-knowledge': 1, name: 'Handbook', sources: ['library/**'] };
  writeFileSync(join(folder, 'handbook.knowledge.json'), JSON.stringify(document));
  const { knowledge: store } = stores;
  const adopt = async (imported = false) =>
    adoptKnowledge(
      { store, space: 'main' },
      { id: 'handbook', ...(await readKnowledgeFolder(folder, 'handbook')) },
      imported,
    );
  return { store, folder, adopt };
}

test('a base is taken in with its documents and their dates', async () => {
  const { store, adopt } = openBoth();
  expect(await adopt()).toEqual({ id: 'handbook', isNew: true });
  expect(await store.get('main', 'handbook')).toMatchObject({
    document: { name: 'Handbook', sources: ['handbook/**'] },
    imported: false,
  });
  const [first, second] = await store.sources('main', 'handbook');
  expect(first).toMatchObject({ source: 'handbook/a.txt', modified: Date.parse('2024-03-01T10:00:00Z') });
  expect(readFileSync(second?.path ?? '', 'utf8')).toBe('fees');
});

test('an equal one is used as it is; a different one is left alone', async () => {
  const { store, folder, adopt } = openBoth();
  await adopt();
  expect(await adopt()).toEqual({ id: 'handbook', isNew: false });
  writeFileSync(join(folder, 'library/a.txt'), 'LOANS');
  expect(await adopt(true)).toEqual({ id: 'handbook-2', isNew: true });
  expect(await store.get('main', 'handbook-2')).toMatchObject({ imported: true });
  const [old] = await store.sources('main', 'handbook');
  expect(readFileSync(old?.path ?? '', 'utf8')).toBe('loans');
  const { document } = (await store.get('main', 'handbook')) ?? {};
  await store.save(
    'main',
    'handbook',
    { 'jacquard-knowledge': 1, sources: [], ...document, passages: { size: 500 } },
    '*',
  );
  writeFileSync(join(folder, 'library/a.txt'), 'loans');
  expect((await adopt()).id).toBe('handbook-3');
});

test('nothing is left of one whose documents can’t be taken in', async () => {
  const { store, folder } = openBoth();
  const found = await readKnowledgeFolder(folder, 'handbook');
  rmSync(join(folder, 'library/rules'), { recursive: true });
  await expect(adoptKnowledge({ store, space: 'main' }, { id: 'handbook', ...found }, false)).rejects.toMatchObject({
    name: 'Problem',
  });
  expect(await store.list('main')).toEqual([]);
});
