import { Problem } from '@jacquard/flow';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Base } from '../create-knowledge.ts';
import type { BuildProgress } from './base-state.ts';
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

const writeMany = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await own.write(`${index}.txt`, `Rule ${index} of the house.`);
};
const pause = (milliseconds: number): Promise<void> => new Promise((resume) => setTimeout(resume, milliseconds));

/** Lets so many embeddings through, and holds the others until it is opened. */
function gate(open: number): { readonly reached: Promise<void>; open(): void } {
  const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let count = 0;
  own.beforeEmbedding = () => {
    if ((count += 1) <= open) return undefined;
    reached.resolve();
    return opened.promise;
  };
  return { reached: reached.promise, open: opened.resolve };
}

test('who asks for what is being built joins; each file is read once', async () => {
  await writeMany(6);
  const content = await own.content();
  const reports = await Promise.all([base.build(content), base.build(await own.content()), base.build(content)]);
  expect(reports.map(({ read }) => read)).toEqual([6, 6, 6]);
  expect(own.reading.reads).toHaveLength(6);
});

test('files that come while others are built are built next, in one go', async () => {
  await writeMany(3);
  const first = base.build(await own.content());
  await own.write('late.txt', 'Late.');
  const second = base.build(await own.content());
  await own.write('later.txt', 'Later.');
  const third = base.build(await own.content());
  expect((await Promise.all([first, second, third])).map(({ read }) => read)).toEqual([3, 2, 2]);
  expect(await base.status(await own.content())).toMatchObject({ state: 'ready', documents: 5 });
});

test('one who leaves leaves alone; when all have left the building stops, and keeps what is whole', async () => {
  await writeMany(12);
  const content = await own.content();
  const held = gate(5);
  const [leaving, staying] = [new AbortController(), new AbortController()];
  const left = base.build(content, { signal: leaving.signal });
  const stayed = base.build(content, { signal: staying.signal });
  leaving.abort('left');
  await expect(left).rejects.toBe('left');
  await held.reached;
  staying.abort('gone');
  await expect(stayed).rejects.toBe('gone');
  held.open();
  await vi.waitFor(async () => expect((await base.status(content)).state).toBe('stale'), { timeout: 5_000 });
  const { documents, passages } = await base.status(content);
  expect([documents, passages]).toEqual([5, 5]);
  expect(await base.build(content)).toMatchObject({ unchanged: documents, read: 12 - documents });
});

test('cancelling ends it for all who wait, and the next building goes on', async () => {
  await writeMany(8);
  const content = await own.content();
  const held = gate(2);
  const both = Promise.allSettled([base.build(content), base.build(content)]);
  await held.reached;
  base.cancel();
  held.open();
  const cancelled = { status: 'rejected', reason: { code: 'knowledge-build-cancelled' } };
  expect(await both).toMatchObject([cancelled, cancelled]);
  expect(await base.status(content)).toMatchObject({ state: 'stale', problem: undefined });
  await base.build(content);
  expect(await base.status(content)).toMatchObject({ state: 'ready', documents: 8 });
});

test('of two processes one builds; the other waits, and then finds everything built', async () => {
  await writeMany(6);
  const content = await own.content();
  const other = await openTestKnowledge(own.indexFolder);
  try {
    own.beforeEmbedding = () => pause(60);
    const theirs = other.knowledge.base('main.handbook', 'handbook');
    const first = base.build(content);
    await pause(50);
    const [mine, their] = await Promise.all([first, theirs.build(content)]);
    expect([mine.read, their.read, their.unchanged]).toEqual([6, 0, 6]);
    expect(other.reading.reads).toEqual([]);
  } finally {
    await other.close();
  }
});

test('a trouble of the embeddings stops the building and is said; files are not to blame', async () => {
  await writeMany(5);
  const content = await own.content();
  own.beforeEmbedding = () => {
    throw new Problem('provider-rate-limited', { origin: 'https://example.org' });
  };
  await expect(base.build(content)).rejects.toMatchObject({ code: 'provider-rate-limited' });
  expect(await base.status(content)).toMatchObject({
    state: 'stale',
    failed: 0,
    problem: { code: 'provider-rate-limited' },
  });
  own.beforeEmbedding = () => undefined;
  await base.build(content);
  expect(await base.status(content)).toMatchObject({ state: 'ready', documents: 5, problem: undefined });
});

test('a full disk stops the building, loses nothing, and once there is room it goes on', async () => {
  await writeMany(3);
  await base.build(await own.content());
  for (let index = 3; index < 9; index += 1) await own.write(`${index}.txt`, `Rule ${index} of the house.`);
  await own.write('0.txt', 'A new rule.');
  const content = await own.content();
  let room = 2;
  own.beforeWriting = () => {
    if ((room -= 1) < 0) throw new Problem('knowledge-disk-full', {}, { kind: 'operational' });
  };
  await expect(base.build(content)).rejects.toMatchObject({ code: 'knowledge-disk-full' });
  const stopped = await base.status(content);
  expect(stopped).toMatchObject({ state: 'stale', failed: 0, problem: { code: 'knowledge-disk-full' } });
  expect(stopped.documents).toBeGreaterThanOrEqual(4);
  expect((await base.search(content.document, 'rule house')).passages.length).toBeGreaterThan(0);
  own.beforeWriting = () => undefined;
  await base.build(content);
  expect(await base.status(content)).toMatchObject({ state: 'ready', documents: 9, problem: undefined });
});

test('progress tells files, pages and what is at work, at most five times a second, and ends whole', async () => {
  for (const name of ['a', 'b', 'c']) await own.write(`${name}.txt`, `One ${name}.\n\nTwo ${name}.\n\nThree ${name}.`);
  own.beforeEmbedding = () => pause(300);
  const told: BuildProgress[] = [];
  const changes: string[] = [];
  own.knowledge.onChange((key) => changes.push(key));
  const began = performance.now();
  await base.build(await own.content(), { onProgress: (progress) => told.push(progress) });
  const ticks = (performance.now() - began) / 200;
  expect(told.length).toBeLessThanOrEqual(Math.ceil(ticks) + 2);
  expect(told[0]).toMatchObject({ filesTotal: 3 });
  expect(
    told.some(({ reading }) => reading.some(({ source, pagesTotal }) => source === 'a.txt' && pagesTotal === 3)),
  ).toBe(true);
  expect(told.at(-1)).toMatchObject({ filesDone: 3, filesTotal: 3, pagesDone: 9, reading: [] });
  expect(told.at(-1)?.pagesPerSecond).toBeGreaterThan(0);
  expect(new Set(changes)).toEqual(new Set(['main.handbook']));
});
