import { expect, test } from 'vitest';
import { SessionQueue } from './session-queue.ts';

test('turns of one session come one after the other, in the order asked', async () => {
  const queue = new SessionQueue();
  const order: string[] = [];
  const first = await queue.enter('s', undefined);
  const second = queue.enter('s', undefined).then((leave) => (order.push('second'), leave()));
  const third = queue.enter('s', undefined).then((leave) => (order.push('third'), leave()));
  await new Promise(setImmediate);
  order.push('first ends');
  first();
  await Promise.all([second, third]);
  expect(order).toEqual(['first ends', 'second', 'third']);
});

test('sessions don’t wait for each other', async () => {
  const queue = new SessionQueue();
  await queue.enter('a', undefined);
  await expect(queue.enter('b', undefined)).resolves.toBeTypeOf('function');
});

test('one who gives up lets the next in', async () => {
  const queue = new SessionQueue();
  const leave = await queue.enter('s', undefined);
  const hangUp = new AbortController();
  const waiting = queue.enter('s', hangUp.signal);
  const next = queue.enter('s', undefined);
  hangUp.abort();
  await expect(waiting).rejects.toThrow('aborted');
  leave();
  await expect(next).resolves.toBeTypeOf('function');
});

test('one who gives up lets nobody overtake the run that goes on', async () => {
  const queue = new SessionQueue();
  const leave = await queue.enter('s', undefined);
  const hangUp = new AbortController();
  const waiting = queue.enter('s', hangUp.signal);
  hangUp.abort();
  await expect(waiting).rejects.toThrow('aborted');
  let isIn = false;
  const next = queue.enter('s', undefined).then(() => (isIn = true));
  await new Promise(setImmediate);
  expect(isIn).toBe(false);
  leave();
  await next;
});
