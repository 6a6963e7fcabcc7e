import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSequencePool, type SequencePool, type SequencePoolOptions, type SlotRequest } from './sequence-pool.ts';
import { createSlot, type EngineSequence, type Lane, type Slot } from './slot.ts';

const never = new AbortController().signal;
const sequence = {} as EngineSequence; // boundary: the pool lends sequences and calls none of them

function laneOf(contextTokens: number, width: number, closed: Lane[]): Lane {
  const slots: Slot[] = [];
  const lane: Lane = { contextTokens, threads: 1, width, slots, close: async () => void closed.push(lane) };
  for (let count = 0; count < width; count += 1) slots.push(createSlot(lane, sequence));
  return lane;
}

function open(options: Partial<SequencePoolOptions> = {}): { pool: SequencePool; opened: string[]; closed: Lane[] } {
  const opened: string[] = [];
  const closed: Lane[] = [];
  const pool = createSequencePool({
    sizes: [100, 200],
    workers: 2,
    widthOf: () => 2,
    openLane: async (size, width) => {
      opened.push(`${size}x${width}`);
      return laneOf(size, width, closed);
    },
    blockTokens: 10,
    ...options,
  });
  return { pool, opened, closed };
}

const request = (run: string, more: Partial<SlotRequest> = {}): SlotRequest => ({
  run,
  priority: 'person',
  prompt: [],
  tokens: 50,
  ...more,
});

test('two at once get lanes of their own before two share one, and a third shares', async () => {
  const { pool, opened } = open();
  const slots = [];
  for (const run of ['a', 'b', 'c']) slots.push(await pool.enter(request(run), never));
  expect(opened).toEqual(['100x2', '100x2']);
  expect(new Set(slots.slice(0, 2).map(({ lane }) => lane)).size).toBe(2);
  expect(new Set(slots).size).toBe(3);
});

test('one after the other use one lane, and come back to the state they left', async () => {
  const { pool, opened } = open();
  const prompt = Array.from({ length: 25 }, (_token, index) => index) as SlotRequest['prompt'][number][]; // boundary: made tokens
  const first = await pool.enter(request('a', { prompt }), never);
  Object.assign(first, { prompt, read: 25 });
  pool.leave(first);
  pool.leave(await pool.enter(request('b'), never));
  expect(await pool.enter(request('c', { prompt: prompt.slice(0, 22) }), never)).toBe(first);
  expect(opened).toEqual(['100x2']);
});

test('a long request gets a lane of a larger size', async () => {
  const { pool, opened } = open();
  const slot = await pool.enter(request('a', { tokens: 150 }), never);
  expect([slot.lane.contextTokens, opened]).toEqual([200, ['200x2']]);
});

test('when all are lent the others wait; runs take turns, persons first, and each hears its place', async () => {
  const { pool } = open({ workers: 1, widthOf: () => 1 });
  const held = await pool.enter(request('a'), never);
  const order: string[] = [];
  const places: string[] = [];
  const enter = async (run: string, more: Partial<SlotRequest> = {}): Promise<void> => {
    const slot = await pool.enter(
      request(run, { onPlace: (before) => void places.push(`${run} ${before}`), ...more }),
      never,
    );
    order.push(run);
    pool.leave(slot);
  };
  const all = [enter('batch', { priority: 'batch' }), enter('b'), enter('b'), enter('c')];
  await wait(250);
  expect(places).toEqual(['b 1', 'c 2', 'b 3', 'batch 4']);
  pool.leave(held);
  await Promise.all(all);
  expect(order).toEqual(['b', 'c', 'b', 'batch']);
});

test('one run leaves room for another', async () => {
  const { pool } = open();
  const many = Array.from({ length: 8 }, () => pool.enter(request('many'), never));
  await Promise.all(many.slice(0, 3));
  expect(pool.load()).toMatchObject({ busy: 3, waiting: 5 });
  await pool.enter(request('one'), never);
  expect(pool.load().busy).toBe(4);
});

test('who gives up waits no more', async () => {
  const { pool } = open({ workers: 1, widthOf: () => 1 });
  const held = await pool.enter(request('a'), never);
  const left = new AbortController();
  const waiting = pool.enter(request('b'), left.signal);
  left.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  pool.leave(held);
  expect(pool.load()).toMatchObject({ busy: 0, waiting: 0 });
});

test('without memory for a lane, those who need it are refused, and those who fit elsewhere are not', async () => {
  const closed: Lane[] = [];
  const openLane = async (size: number): Promise<Lane> => {
    if (size === 200) throw new Error('no memory');
    return laneOf(size, 2, closed);
  };
  const { pool } = open({ openLane });
  await pool.enter(request('a'), never);
  await expect(pool.enter(request('b', { tokens: 150 }), never)).rejects.toThrow('no memory');
  await pool.enter(request('c'), never);
});

test('when all are lent in narrow lanes, wide ones come beside them', async () => {
  const { pool, opened } = open({ workers: 1, widthOf: (_size, wanted) => (wanted > 2 ? 4 : 1) });
  await pool.enter(request('a'), never);
  await Promise.all(['b', 'c', 'd'].map((run) => pool.enter(request(run), never)));
  expect(opened).toEqual(['100x1', '100x4']);
});

test('an idle lane is closed, and one that is used again is not', async () => {
  const { pool, closed } = open({ idleAfter: 40 });
  pool.leave(await pool.enter(request('a'), never));
  await wait(25);
  pool.leave(await pool.enter(request('a'), never));
  await wait(25);
  expect(closed).toHaveLength(0);
  await wait(60);
  expect([closed.length, pool.load().lanes]).toEqual([1, 0]);
});
