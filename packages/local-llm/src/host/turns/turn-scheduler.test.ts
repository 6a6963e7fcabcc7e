import { setImmediate as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurnScheduler, type Turn, type TurnScheduler } from './turn-scheduler.ts';

const lane = { threads: 1, width: 1 };
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
  const scheduler = createTurnScheduler({ threads: 1 });
  const log: string[] = [];
  const isOver = (): boolean => log.length >= 100;
  const many = Array.from({ length: 20 }, () => want(scheduler, turn('many'), log, isOver));
  await Promise.all([...many, want(scheduler, turn('one'), log, isOver)]);
  expect(Math.abs(count(log.slice(0, 100), 'one') - 50)).toBeLessThanOrEqual(1);
});

test('answers of a lane are written together, prompts alone', async () => {
  const scheduler = createTurnScheduler({ threads: 1 });
  const wide = { lane: { threads: 1, width: 3 } };
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
    ...['a', 'b', 'c', 'd'].map((run) => scheduler.take(turn(run, 'answer', wide), never, work('answer'))),
    ...['e', 'f'].map((run) => scheduler.take(turn(run, 'prompt', wide), never, work('prompt'))),
  ]);
  expect(seen.filter((line) => line.startsWith('prompt'))).toEqual(['prompt 1', 'prompt 1']);
  expect(seen.filter((line) => line.startsWith('answer'))).toEqual(['answer 3', 'answer 3', 'answer 3', 'answer 1']);
});

test('a lane does one thing at a time, and no more threads work than there may', async () => {
  const scheduler = createTurnScheduler({ threads: 4 });
  const lanes = [1, 2, 3].map(() => ({ threads: 2, width: 1 }));
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
  const scheduler = createTurnScheduler({ threads: 1 });
  const log: string[] = [];
  const isOver = (): boolean => log.length >= 80;
  const batch = turn('batch', 'answer', { owner: { run: 'batch', priority: 'batch' } });
  await Promise.all([want(scheduler, batch, log, isOver), want(scheduler, turn('person'), log, isOver)]);
  expect(count(log.slice(0, 80), 'person')).toBe(70);
});

test('who gives up while waiting is served no more; who waits behind is', async () => {
  const scheduler = createTurnScheduler({ threads: 1 });
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
  const scheduler = createTurnScheduler({ threads: 1 });
  await expect(scheduler.take(turn('a'), never, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await scheduler.take(turn('b'), never, async () => 3)).toBe(3);
});

test('each owner hears its part of what a turn took, before its outcome', async () => {
  const heard: unknown[] = [];
  const wideLane = { threads: 2, width: 2 };
  const measure = ({ threads }: { threads: number }): number => threads * 10;
  const scheduler = createTurnScheduler({ threads: 2, measure });
  const owner = { run: 'a', priority: 'person', spent: (energy: number) => void heard.push(energy) } as const;
  const take = async (): Promise<void> => {
    await scheduler.take({ ...turn('a'), lane: wideLane, owner }, never, pause);
    heard.push('done');
  };
  await Promise.all([take(), take()]);
  expect(heard).toEqual([10, 10, 'done', 'done']);
});

test('a wide lane gets its turn, though narrow ones would always fit', async () => {
  const scheduler = createTurnScheduler({ threads: 2 });
  const log: string[] = [];
  const isOver = (): boolean => log.length >= 40;
  const lanes = { narrow: { threads: 1, width: 1 }, other: { threads: 1, width: 1 }, wide: { threads: 2, width: 1 } };
  await Promise.all(
    Object.entries(lanes).map(([run, at]) => want(scheduler, turn(run, 'answer', { lane: at }), log, isOver)),
  );
  expect(count(log, 'wide')).toBeGreaterThan(10);
});

test('work that was begun is brought to its end, whatever its signal says', async () => {
  const scheduler = createTurnScheduler({ threads: 1 });
  const left = new AbortController();
  const begun = scheduler.take(turn('a'), left.signal, async () => {
    left.abort(new Error('enough'));
    await pause();
    return 'done';
  });
  expect(await begun).toBe('done');
});

test('a prompt goes before answers, and one that goes on for long does not', async () => {
  const scheduler = createTurnScheduler({ threads: 1 });
  const log: string[] = [];
  const isOver = (): boolean => log.length >= 96;
  const all = [turn('answer'), turn('prompt', 'prompt')].map((asked) => want(scheduler, asked, log, isOver));
  await Promise.all(all);
  expect(count(log.slice(0, 96), 'prompt')).toBe(90);
  log.splice(0);
  const long = [turn('answer'), turn('prompt', 'prompt', { isLong: true })].map((asked) =>
    want(scheduler, asked, log, isOver),
  );
  await Promise.all(long);
  expect(Math.abs(count(log.slice(0, 96), 'prompt') - 48)).toBeLessThanOrEqual(1);
});
