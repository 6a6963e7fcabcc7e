import { setImmediate as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurnScheduler, type Turn, type TurnScheduler } from './turn-scheduler.ts';

const lane = {};
const never = new AbortController().signal;
const turn = (run: string, kind: Turn['kind'] = 'answer', more: Partial<Turn> = {}): Turn => ({
  owner: { run, priority: 'person' },
  lane,
  kind,
  cost: 1,
  ...more,
});

/** Asks for one turn after the other until the end is told; counts them. */
function want(scheduler: TurnScheduler, asked: Turn, log: string[], until: () => boolean): Promise<void> {
  const again = async (): Promise<void> => {
    if (until()) return;
    await scheduler.take(asked, never, async () => {
      log.push(asked.owner.run);
      await pause();
    });
    await again();
  };
  return again();
}
const count = (log: readonly string[], run: string): number => log.filter((name) => name === run).length;

test('one run with many requests gets no more turns than another with one', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 1, threads: 1 });
  const log: string[] = [];
  const isOver = (): boolean => log.length >= 100;
  const many = Array.from({ length: 20 }, () => want(scheduler, turn('many'), log, isOver));
  await Promise.all([...many, want(scheduler, turn('one'), log, isOver)]);
  expect(Math.abs(count(log.slice(0, 100), 'one') - 50)).toBeLessThanOrEqual(1);
});

test('answers of a lane are written together, prompts alone', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 3, threads: 1 });
  let inside = 0;
  const seen: string[] = [];
  const work = (kind: string) => async (): Promise<void> => {
    inside += 1;
    await pause();
    seen.push(`${kind} ${inside}`);
    await pause();
    inside -= 1;
  };
  await Promise.all([
    ...['a', 'b', 'c', 'd'].map((run) => scheduler.take(turn(run), never, work('answer'))),
    ...['e', 'f'].map((run) => scheduler.take(turn(run, 'prompt'), never, work('prompt'))),
  ]);
  expect(seen.filter((line) => line.startsWith('prompt'))).toEqual(['prompt 1', 'prompt 1']);
  expect(seen.filter((line) => line.startsWith('answer'))).toEqual(['answer 3', 'answer 3', 'answer 3', 'answer 1']);
});

test('a lane does one thing at a time, and no more lanes work than there are workers', async () => {
  const scheduler = createTurnScheduler({ workers: 2, width: 1, threads: 1 });
  const lanes = [{}, {}, {}];
  const inside = new Map<object, number>();
  let most = 0;
  let twice = 0;
  const work = (at: object) => async (): Promise<void> => {
    if (inside.has(at)) twice += 1;
    inside.set(at, 1);
    most = Math.max(most, inside.size);
    await pause();
    inside.delete(at);
  };
  const all = lanes.flatMap((at) =>
    Array.from({ length: 5 }, () => scheduler.take(turn('a', 'prompt', { lane: at }), never, work(at))),
  );
  await Promise.all(all);
  expect([most, twice]).toEqual([2, 0]);
});

test('a person goes before a batch, which still moves on', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 1, threads: 1 });
  const log: string[] = [];
  const isOver = (): boolean => log.length >= 80;
  const batch = turn('batch', 'answer', { owner: { run: 'batch', priority: 'batch' } });
  await Promise.all([want(scheduler, batch, log, isOver), want(scheduler, turn('person'), log, isOver)]);
  expect(count(log.slice(0, 80), 'person')).toBe(70);
});

test('who gives up while waiting is served no more; who waits behind is', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 1, threads: 1 });
  const left = new AbortController();
  const log: string[] = [];
  const first = scheduler.take(turn('a'), never, pause);
  const second = scheduler.take(turn('b'), left.signal, async () => void log.push('b'));
  const third = scheduler.take(turn('c'), never, async () => void log.push('c'));
  left.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
  await Promise.all([first, third]);
  expect(log).toEqual(['c']);
});

test('work that fails is its own problem alone', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 1, threads: 1 });
  await expect(scheduler.take(turn('a'), never, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await scheduler.take(turn('b'), never, async () => 3)).toBe(3);
});

test('each owner hears its part of the time', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 2, threads: 2 });
  const heard: number[] = [];
  const owner = { run: 'a', priority: 'person', spent: (time: number) => void heard.push(time) } as const;
  await Promise.all([1, 2].map(() => scheduler.take({ ...turn('a'), owner }, never, pause)));
  expect(heard).toHaveLength(2);
  expect(heard[0]).toBe(heard[1]);
  expect(heard[0]).toBeGreaterThan(0);
});

test('work that was begun is brought to its end, whatever its signal says', async () => {
  const scheduler = createTurnScheduler({ workers: 1, width: 1, threads: 1 });
  const left = new AbortController();
  const begun = scheduler.take(turn('a'), left.signal, async () => {
    left.abort(new Error('enough'));
    await pause();
    return 'done';
  });
  expect(await begun).toBe('done');
});
