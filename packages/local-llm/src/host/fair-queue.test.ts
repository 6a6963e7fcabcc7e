import { expect, test } from 'vitest';
import { createFairQueue } from './fair-queue.ts';

const never = new AbortController().signal;

test('runs take turns; within a run, requests keep their order', async () => {
  const queue = createFairQueue(1);
  const entered: string[] = [];
  const leave = await queue.enter('first', never);
  const work = [
    ['a', 'a1'],
    ['a', 'a2'],
    ['a', 'a3'],
    ['b', 'b1'],
    ['c', 'c1'],
  ].map(async ([run = '', name = '']) => {
    const done = await queue.enter(run, never);
    entered.push(name);
    done();
  });
  leave();
  await Promise.all(work);
  expect(entered).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

test('as many as the width are inside at once', async () => {
  const queue = createFairQueue(2);
  let inside = 0;
  let most = 0;
  const work = Array.from({ length: 6 }, async (_, index) => {
    const leave = await queue.enter(`${index}`, never);
    inside += 1;
    most = Math.max(most, inside);
    await Promise.resolve();
    inside -= 1;
    leave();
  });
  await Promise.all(work);
  expect(most).toBe(2);
});

test('an abort takes its request out of the line and nobody else', async () => {
  const queue = createFairQueue(1);
  const leave = await queue.enter('a', never);
  const controller = new AbortController();
  const gone = queue.enter('a', controller.signal);
  const next = queue.enter('a', never);
  controller.abort(new Error('enough'));
  leave();
  await expect(gone).rejects.toThrow('enough');
  (await next)();
});

test('leaving twice lets only one in', async () => {
  const queue = createFairQueue(1);
  const leave = await queue.enter('a', never);
  const second = queue.enter('b', never);
  let isThirdIn = false;
  const third = queue.enter('c', never).then(() => (isThirdIn = true));
  leave();
  leave();
  const leaveSecond = await second;
  await Promise.resolve();
  expect(isThirdIn).toBe(false);
  leaveSecond();
  await third;
});

test('those who wait are told how many are before them, as runs take turns, and again when that changes', async () => {
  const queue = createFairQueue(1);
  const leave = await queue.enter('a', never);
  const places: Record<string, number[]> = {};
  const enter = (run: string, name: string) => queue.enter(run, never, (before) => (places[name] ??= []).push(before));
  const waiting = [enter('a', 'a1'), enter('a', 'a2'), enter('a', 'a3'), enter('b', 'b1')];
  await expect.poll(() => places).toEqual({ a1: [1], b1: [2], a2: [3], a3: [4] });
  leave();
  const leaveFirst = await waiting[0];
  await expect.poll(() => places['a3']).toEqual([4, 3]);
  expect(places).toEqual({ a1: [1], b1: [2, 1], a2: [3, 2], a3: [4, 3] });
  leaveFirst?.();
  for (const one of [waiting[3], waiting[1], waiting[2]]) (await one)?.();
});
