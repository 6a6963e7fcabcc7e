import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { holdOrFollow, lockProgress } from './download-lock.ts';

const never = new AbortController().signal;
const ignore = (): void => undefined;
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-lock-'));
  path = join(folder, 'model.lock');
});

test('of two starts one owns the download; the other is let go when it ends', async () => {
  const owned = await holdOrFollow(path, ignore, never);
  const heard = Promise.withResolvers<number>();
  const following = holdOrFollow(path, heard.resolve, never);
  await heard.promise;
  await owned?.release();
  expect(owned).toBeDefined();
  expect(await following).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

test('the second one hears how far the first has come', async () => {
  const owned = await holdOrFollow(path, ignore, never);
  owned?.report(42);
  const heard = new Promise<number>((resolve) => {
    void holdOrFollow(path, (done) => done === 42 && resolve(done), never);
  });
  expect(await heard).toBe(42);
  await owned?.release();
});

test('a lock whose owner died is taken over, by one at a time', async () => {
  await writeFile(path, JSON.stringify({ owner: 'dead', done: 7 }));
  await utimes(path, new Date(0), new Date(0));
  expect(await lockProgress(path)).toEqual({ owner: 'dead', done: 7, isStale: true });
  let held = 0;
  let most = 0;
  const work = Array.from({ length: 4 }, async () => {
    const lock = await holdOrFollow(path, ignore, never);
    if (!lock) return;
    most = Math.max(most, (held += 1));
    await wait(20);
    held -= 1;
    await lock.release();
  });
  await Promise.all(work);
  expect(most).toBe(1);
});

test('following ends with the signal', async () => {
  const owned = await holdOrFollow(path, ignore, never);
  const controller = new AbortController();
  const following = holdOrFollow(path, () => controller.abort(new Error('enough')), controller.signal);
  await expect(following).rejects.toThrow(/abort/i);
  await owned?.release();
});
