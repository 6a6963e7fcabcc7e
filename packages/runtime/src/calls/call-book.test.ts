import { Problem } from '@jacquard/flow';
import type { CallKey } from '@jacquard/stores';
import { createMemoryStores } from '@jacquard/stores/testing';
import { expect, onTestFinished, test } from 'vitest';
import type { RunHandle } from '../run-service.ts';
import { CallBook, fingerprintOf } from './call-book.ts';

/** A book, and a start that writes its run down as the run service does. */
function bookWith() {
  const stores = createMemoryStores();
  onTestFinished(() => stores.close());
  const started: string[] = [];
  const start = (id: string, caller?: string) => async (key: CallKey) => {
    started.push(id);
    await stores.runs.create('main', {
      id,
      flowId: 'f',
      startedAt: Date.now(),
      caller,
      key,
      lease: { owner: 'me', until: 0 },
    });
    return { runId: id } as RunHandle; // boundary: the book reads nothing else of it
  };
  return { stores, started, start, book: () => new CallBook(stores.callKeys, 'main') };
}

const asked = (asks: string, caller?: string) => ({ caller, key: 'k', fingerprint: fingerprintOf({ asks }) });

test('the same call with the same key has the same run, at once, later, and in another process', async () => {
  const { book, start, started } = bookWith();
  const one = book();
  const both = await Promise.all([
    one.startOnce(asked('a'), start('first')),
    one.startOnce(asked('a'), start('second')),
  ]);
  expect(both.map(({ runId }) => runId)).toEqual(['first', 'first']);
  expect(both.map(({ handle }) => handle !== undefined)).toEqual([true, false]);
  expect((await book().startOnce(asked('a'), start('third'))).runId).toBe('first');
  expect(started).toEqual(['first']);
});

test('another call with the key is refused; another caller’s key is another key', async () => {
  const { book, start } = bookWith();
  await book().startOnce(asked('a'), start('mine'));
  await expect(book().startOnce(asked('b'), start('b'))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  expect((await book().startOnce(asked('b', 'key:one'), start('theirs', 'key:one'))).runId).toBe('theirs');
});

test('two processes at once start one run', async () => {
  const { book, start } = bookWith();
  const calls = ['one', 'two', 'three'].map((id) => book().startOnce(asked('a'), start(id)));
  expect(new Set((await Promise.all(calls)).map(({ runId }) => runId)).size).toBe(1);
});

test('a call that could not begin leaves its key free', async () => {
  const { book, start } = bookWith();
  const fail = () => Promise.reject(new Problem('too-many-runs', { limit: 1 }));
  await expect(book().startOnce(asked('a'), fail)).rejects.toMatchObject({ code: 'too-many-runs' });
  expect((await book().startOnce(asked('a'), start('now'))).handle).toBeDefined();
});

test('a key that was claimed for many runs is theirs', async () => {
  const { book } = bookWith();
  await book().claim(asked('many'));
  await book().claim(asked('many'));
  await expect(book().claim(asked('others'))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
});

test('members in another order are the same call', () => {
  expect(fingerprintOf({ a: 1, b: { c: 2, d: 3 } })).toBe(fingerprintOf({ b: { d: 3, c: 2 }, a: 1 }));
});
