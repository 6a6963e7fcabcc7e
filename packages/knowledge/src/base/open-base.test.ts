import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Base } from '../create-knowledge.ts';
import { openTestKnowledge, type TestKnowledge } from '../testing/open-test-knowledge.ts';

// Threads take their time to start where other tests run beside these.
vi.setConfig({ testTimeout: 60_000 });

let own: TestKnowledge;
let base: Base;
beforeEach(async () => {
  own = await openTestKnowledge();
  base = own.knowledge.base('main.handbook', 'handbook');
});
afterEach(() => own.close());

const found = async (query: string): Promise<string[]> => {
  const { document } = await own.content();
  return (await base.search(document, query)).passages.map(({ metadata }) => metadata.source);
};

test('a base is built of its files and found by words and meaning; building again costs nothing', async () => {
  await own.write('fees.txt', 'A library card costs two euros a year.');
  await own.write('deep/hours.txt', 'The reading room opens at ten.');
  const content = await own.content();
  expect(await base.status(content)).toMatchObject({ state: 'stale', passages: 0, updatedAt: 0 });
  expect(await base.build(content)).toEqual({ read: 2, failed: 0, removed: 0, unchanged: 0 });
  expect(await base.status(content)).toMatchObject({
    state: 'ready',
    documents: 2,
    passages: 2,
    failed: 0,
    languages: ['en'],
    embeddings: { name: 'Fake', location: 'local' },
  });
  expect(await found('What does a library card cost?')).toEqual(['fees.txt']);
  expect(await base.build(content)).toEqual({ read: 0, failed: 0, removed: 0, unchanged: 2 });
  expect(own.reading.reads.sort()).toEqual(['deep/hours.txt', 'fees.txt']);
});

test('a changed file replaces its passages, one that is gone leaves none, a touched one is not read', async () => {
  for (const name of ['a', 'b', 'c'])
    await own.write(`${name}.txt`, `The ${name} rule says ${name}${name}${name}${name}.`);
  await base.build(await own.content());
  const before = await base.identity();
  await own.write('a.txt', 'The a rule says zzzz now.');
  await own.remove('b.txt');
  await own.touch('c.txt');
  own.reading.reads.length = 0;
  expect(await base.status(await own.content())).toMatchObject({ state: 'stale' });
  expect(await base.build(await own.content())).toEqual({ read: 2, failed: 0, removed: 1, unchanged: 0 });
  expect(own.reading.reads).toEqual(['a.txt']);
  expect(await base.status(await own.content())).toMatchObject({ state: 'ready', documents: 2 });
  expect([await found('aaaa'), await found('bbbb'), await found('zzzz')]).toEqual([[], [], ['a.txt']]);
  expect(await base.identity()).not.toEqual(before);
});

test('a broken file fails alone with its reason, and is read again only when it changes or when asked', async () => {
  await own.write('bad.txt', 'broken');
  await own.write('good.txt', 'Good text.');
  const content = await own.content();
  expect(await base.build(content)).toMatchObject({ read: 2, failed: 1 });
  expect(await base.files(content)).toMatchObject([
    { source: 'bad.txt', state: 'failed', problem: { code: 'document-damaged', params: { reason: 'broken' } } },
    { source: 'good.txt', state: 'ready', passages: 1, pages: 1 },
  ]);
  expect(await base.status(content)).toMatchObject({ state: 'ready', failed: 1, documents: 1 });
  await base.build(content);
  expect(own.reading.reads).toHaveLength(2);
  await base.build(content, { retryFailed: true });
  expect(own.reading.reads).toHaveLength(3);
  await own.write('bad.txt', 'Mended.');
  expect(await base.build(await own.content())).toMatchObject({ read: 1, failed: 0 });
});

test('a file that changes while it is read is read again', async () => {
  await own.write('a.txt', 'Half of the');
  own.reading.during = () => {
    own.reading.during = () => undefined;
    return own.write('a.txt', 'Half of the text is not enough.');
  };
  await base.build(await own.content());
  expect((await base.passages('a.txt'))[0]?.pageContent).toBe('Half of the text is not enough.');
});

test('a file that changes whenever it is read fails with that reason; one that goes meanwhile leaves nothing', async () => {
  await own.write('busy.txt', 'x');
  await own.write('going.txt', 'y');
  let turn = 0;
  own.reading.during = (source) =>
    source === 'busy.txt' ? own.write('busy.txt', 'x'.repeat((turn += 1) + 1)) : own.remove('going.txt');
  const content = await own.content();
  expect(await base.build(content)).toMatchObject({ failed: 1 });
  expect(await base.files(content)).toMatchObject([
    { source: 'busy.txt', state: 'failed', problem: { code: 'document-keeps-changing' } },
    { source: 'going.txt', state: 'waiting' },
  ]);
});

test('other passages or embeddings build everything anew; the same again costs nothing', async () => {
  await own.write('a.txt', 'word '.repeat(100).trim());
  await base.build(await own.content());
  const smaller = await own.content({ passages: { size: 200 } });
  expect(await base.status(smaller)).toMatchObject({ state: 'stale' });
  expect(await base.build(smaller)).toMatchObject({ read: 1 });
  expect((await base.passages('a.txt')).length).toBeGreaterThan(1);
  const other = { passages: { size: 200 }, embeddings: 'other' };
  expect(await base.build(await own.content(other))).toMatchObject({ read: 1 });
  expect(await base.build(await own.content(other))).toMatchObject({ read: 0, unchanged: 1 });
});

test('other settings need no second reading of what is the same', async () => {
  await own.write('same.txt', 'word '.repeat(100).trim());
  await own.write('changed.txt', 'Before.');
  await own.write('bad.txt', 'broken');
  await base.build(await own.content());
  own.reading.reads.length = 0;
  await own.write('changed.txt', 'Afterwards.');
  expect(await base.build(await own.content({ passages: { size: 200 } }))).toMatchObject({ read: 3, failed: 1 });
  expect(own.reading.reads.sort()).toEqual(['bad.txt', 'changed.txt']);
  expect((await base.passages('same.txt')).length).toBeGreaterThan(1);
  expect((await base.passages('changed.txt'))[0]?.pageContent).toBe('Afterwards.');
});

test('embeddings that can’t be had are said, and stop the building before anything is lost', async () => {
  await own.write('a.txt', 'Some text about libraries.');
  await base.build(await own.content());
  await own.write('b.txt', 'More.');
  const missing = await own.content({ embeddings: 'missing' });
  await expect(base.build(missing)).rejects.toThrow('not here');
  expect(await base.status(missing)).toMatchObject({
    state: 'stale',
    documents: 1,
    problem: { code: 'knowledge-thread-failed' },
    embeddings: { name: 'missing', problem: { code: 'knowledge-thread-failed' } },
  });
  const { report, passages } = await base.search(missing.document, 'libraries');
  expect([report.meaning, passages.length]).toEqual(['no-embeddings', 1]);
  await expect(base.search(missing.document, 'libraries', { mode: 'dense' })).rejects.toThrow('not here');
});

test('an empty base says that it is empty', async () => {
  const content = await own.content({ name: 'Handbook' });
  expect(await base.status(content)).toMatchObject({ state: 'ready', documents: 0 });
  await expect(base.search(content.document, 'x')).rejects.toMatchObject({
    code: 'knowledge-empty',
    params: { name: 'Handbook' },
  });
});

test('nodes and LangChain code search the base as it is', async () => {
  await own.write('fees.txt', 'A library card costs two euros a year.');
  const { document } = await own.content();
  await base.build(await own.content());
  const held = await base.asKnowledgeBase({ ...document, name: 'Handbook' });
  expect([held.id, held.name, held.identity]).toEqual(['handbook', 'Handbook', await base.identity()]);
  const retriever = await held.toRetriever({ top: 1 });
  expect((await retriever.invoke('library card'))[0]?.metadata).toMatchObject({ source: 'fees.txt', base: 'handbook' });
});

test('what is asked while a base is removed is answered', async () => {
  for (let round = 0; round < 20; round += 1) {
    const asked = Array.from({ length: 4 }, async () => base.status(await own.content()));
    const [, ...told] = await Promise.all([base.remove(), ...asked]);
    expect(told.map(({ documents }) => documents)).toEqual([0, 0, 0, 0]);
  }
});

test('a removed base leaves no index, and may be built again', async () => {
  await own.write('a.txt', 'Text.');
  await base.build(await own.content());
  await base.remove();
  expect(await base.status(await own.content())).toMatchObject({ state: 'stale', documents: 0 });
  expect(await base.build(await own.content())).toMatchObject({ read: 1 });
});
