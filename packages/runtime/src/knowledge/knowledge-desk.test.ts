import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMemoryStores } from '@jacquard/stores/testing';
import { createFakeKnowledge } from '../testing/fake-knowledge.ts';
import { KnowledgeDesk, type KnowledgeChange } from './knowledge-desk.ts';
import { createKnowledgeService } from './knowledge-service.ts';

const soon = { timeout: 5_000, interval: 10 };

function openDesk() {
  const stores = createMemoryStores();
  const knowledge = createFakeKnowledge();
  const { knowledge: store } = stores;
  const desk = new KnowledgeDesk({ space: 'main', store, knowledge, folderKey: 'main', log: () => undefined });
  onTestFinished(async () => {
    desk.close();
    await stores.close();
  });
  return { desk, store, knowledge };
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

test('a new base waits for documents and is built soon after they came, once for all of them', async () => {
  const { desk, knowledge } = openDesk();
  const base = await desk.create('Handbook');
  expect(base).toMatchObject({ id: 'handbook', name: 'Handbook', state: 'ready', files: [], documents: 0 });
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await desk.put('handbook', name, bytes(name));
  expect(await desk.get('handbook')).toMatchObject({ state: 'stale', files: [{ state: 'waiting' }, {}, {}] });
  await vi.waitFor(
    async () => expect(await desk.get('handbook')).toMatchObject({ state: 'ready', documents: 3 }),
    soon,
  );
  expect(knowledge.calls).toEqual(['remove main.handbook', 'build main.handbook']);
  await desk.remove('handbook', 'handbook/b.txt');
  await vi.waitFor(
    async () => expect(await desk.get('handbook')).toMatchObject({ state: 'ready', documents: 2 }),
    soon,
  );
});

test('a run waits until what is stale is built, and may give up waiting', async () => {
  const { desk, knowledge } = openDesk();
  await desk.create('Handbook');
  await desk.put('handbook', 'a.txt', bytes('text'));
  const gate = Promise.withResolvers<void>();
  knowledge.gate = gate.promise;
  const abort = new AbortController();
  const service = createKnowledgeService(desk, knowledge, {
    read: () => Promise.reject(),
    write: () => Promise.reject(),
  });
  const [given, waited] = [service.open('handbook', abort.signal), service.identify('handbook')];
  abort.abort(new Error('stopped'));
  await expect(given).rejects.toThrow('stopped');
  gate.resolve();
  expect(await waited).toEqual({ id: 'handbook', revision: 'text' });
  await expect(service.identify('none')).rejects.toMatchObject({ code: 'knowledge-not-found' });
});

test('tells of documents, buildings and deletion', async () => {
  const { desk } = openDesk();
  const told: KnowledgeChange[] = [];
  const leave = desk.onChange((change) => told.push(change));
  await desk.create('Handbook');
  await desk.put('handbook', 'a.txt', bytes('text'));
  await vi.waitFor(() => expect(told.at(-1)?.base).toMatchObject({ state: 'ready', documents: 1 }), soon);
  expect(told.map(({ base }) => base?.state)).toContain('stale');
  await desk.delete('handbook');
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ id: 'handbook' }), soon);
  leave();
});

test('a base that came from elsewhere is not built by itself where that would send its documents somewhere', async () => {
  const { desk, store, knowledge } = openDesk();
  const embeddings = { url: 'https://embed.example/v1', model: 'm' };
  await store.create('main', { 'jacquard-knowledge': 1, sources: [], embeddings }, { id: 'theirs', imported: true });
  await desk.put('theirs', 'a.txt', bytes('text'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await expect(desk.build('theirs')).rejects.toMatchObject({ code: 'consent-needed' });
  expect(knowledge.calls).toEqual([]);
  await desk.build('theirs', true);
  await vi.waitFor(() => expect(knowledge.calls).toEqual(['build main.theirs']), soon);
});

test('a building can be stopped, and a deleted base is built no more', async () => {
  const { desk, knowledge } = openDesk();
  await desk.create('Handbook');
  knowledge.gate = new Promise(() => undefined);
  await desk.put('handbook', 'a.txt', bytes('text'));
  await desk.build('handbook');
  expect(await desk.get('handbook')).toMatchObject({ state: 'building' });
  await desk.cancel('handbook');
  await vi.waitFor(async () => expect(await desk.get('handbook')).toMatchObject({ state: 'stale' }), soon);
  await desk.put('handbook', 'b.txt', bytes('text'));
  await desk.delete('handbook');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(knowledge.calls).toEqual([
    'remove main.handbook',
    'build main.handbook',
    'cancel main.handbook',
    'remove main.handbook',
  ]);
  await expect(desk.get('handbook')).rejects.toMatchObject({ code: 'knowledge-not-found' });
});

test('documents are reached through their base alone, by their path in it', async () => {
  const { desk } = openDesk();
  for (const name of ['Mine', 'Other']) await desk.create(name);
  await desk.put('mine', 'a.txt', bytes('mine'));
  await desk.ready('mine');
  expect(await desk.documents('mine', 'mine/a.txt')).toMatchObject([{ pageContent: 'mine' }]);
  expect(await desk.source('mine', 'mine/a.txt')).toMatchObject({ size: 4 });
  for (const [base, path] of [
    ['other', 'mine/a.txt'],
    ['other', '../mine/a.txt'],
    ['mine', '/etc/passwd'],
    ['mine', ''],
  ] as const) {
    await expect(desk.documents(base, path)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(desk.passages(base, path)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(desk.source(base, path)).rejects.toMatchObject({ code: 'file-not-found' });
  }
});

test('reads a run’s files from a folder that is gone afterwards', async () => {
  const { desk, knowledge } = openDesk();
  const text = async () => Buffer.from('content');
  const service = createKnowledgeService(desk, knowledge, { read: text, write: () => Promise.reject() });
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const file = { file: '0', name: '../../notes.txt', mediaType: 'text/plain', size: 7 };
  expect(await service.read([file])).toMatchObject({ documents: [{ pageContent: 'content' }] });
  expect(knowledge.calls).toEqual(['read ../../notes.txt']);
  expect(readdirSync(folder)).toEqual([]);
});
