import type { RunView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { findCriticalPath } from './critical-path.ts';
import { findRunOrder } from './run-order.ts';
import { reads, runOf } from './testing/run-of.ts';

function pathOf(view: RunView, now = 0): string {
  return findCriticalPath(view, findRunOrder(view, now), now)?.steps.join(' → ') ?? '';
}

//   a ──┬─► b ──┐        a ███
//       └─► c ──┴─► d    b    ██████
//                        c    ██
//                        d          ███
const diamond = { a: reads([]), b: reads(['a']), c: reads(['a']), d: reads(['b', 'c']) };

test('the longer branch of two determines the run, and its share is told', () => {
  const view = runOf(
    diamond,
    { a: { at: [0, 30] }, b: { at: [30, 90] }, c: { at: [30, 50] }, d: { at: [91, 121] } },
    { at: 125 },
  );
  const path = findCriticalPath(view, findRunOrder(view, 0), 0);
  expect(path?.steps).toEqual(['a', 'b', 'd']);
  expect([path?.time, path?.length]).toEqual([120, 125]);
  expect(path?.stretches.map(({ node, time }) => [node, time])).toEqual([
    ['a', 30],
    ['b', 60],
    ['d', 30],
  ]);
});

test('a kept value lets start at once; a skipped source passes on what it waited for and takes no time', () => {
  const kept = {
    a: { at: [0, 0], ends: 'kept' },
    b: { at: [0, 40] },
    c: { at: [0, 90] },
    d: { at: [90, 99] },
  } as const;
  expect(pathOf(runOf(diamond, kept, { at: 99 }))).toBe('a → c → d');
  const skipped = { a: { at: [0, 30] }, b: { at: [30, 30], ends: 'skipped' }, d: { at: [30, 40] } } as const;
  expect(pathOf(runOf({ a: reads([]), b: reads(['a']), d: reads(['b']) }, skipped, { at: 40 }))).toBe('a → d');
});

//   a ─┬─► b ✗      a ███
//      └─► c        b    ██✗
//                   c    ███┤ stopped with the run
test('a failed run ends with the step that failed it', () => {
  const steps = { a: { at: [0, 30] }, b: { at: [30, 50], ends: 'failed' }, c: { at: [30] } } as const;
  expect(pathOf(runOf({ a: reads([]), b: reads(['a']), c: reads(['a']) }, steps, { at: 55, status: 'failed' }))).toBe(
    'a → b',
  );
});

//   a ─► each ─► z     each: two turns at once      turn 0 █████
//        └ x ─► y                                   turn 1 ██
//                                                   turn 2   ██████   (begins when turn 1 has ended)
const loop = { a: reads([]), each: reads(['a'], { x: reads([]), y: reads(['x']) }), z: reads(['each']) };
const turns = {
  a: { at: [0, 10] },
  each: { at: [10, 80], inputs: { concurrency: 2 } },
  'each[0]/x': { at: [10, 40] },
  'each[0]/y': { at: [40, 60] },
  'each[1]/x': { at: [10, 20] },
  'each[1]/y': { at: [20, 30] },
  'each[2]/x': { at: [30, 70] },
  'each[2]/y': { at: [70, 80] },
  z: { at: [80, 90] },
} as const;

test('a turn beyond the concurrency waits for the turn that made room for it', () => {
  const view = runOf(loop, turns, { at: 90 });
  expect(pathOf(view)).toBe('a → each[1]/x → each[1]/y → each[2]/x → each[2]/y → z');
  const path = findCriticalPath(view, findRunOrder(view, 0), 0);
  expect(path?.stretches).toEqual([
    { node: 'a', time: 10, turns: 0 },
    { node: 'each', time: 70, turns: 2 },
    { node: 'z', time: 10, turns: 0 },
  ]);
  expect(path?.places.has('each[2]/')).toBe(true);
  expect(path?.places.has('each[0]/')).toBe(false);
});

//   again: draft, then the next turn        turn 0 ███
//                                           turn 1    ██
test('turns of a repeat follow each other', () => {
  const steps = { again: { at: [0, 50] }, 'again[0]/x': { at: [0, 30] }, 'again[1]/x': { at: [30, 50] } } as const;
  expect(pathOf(runOf({ again: reads([], { x: reads([]) }) }, steps, { at: 50 }))).toBe('again[0]/x → again[1]/x');
});

//   a ─► sub (a flow of its own: a ─► b)     its nodes may bear the ids of outer ones
test('a closed sub-flow is walked through by its own graph', () => {
  const inner = { jacquard: 1, name: 'Inner', nodes: { a: reads([]), b: reads(['a']) } } as const;
  const sub = { type: 'control.sub-flow', inputs: { flow: 'inner', in0: { from: 'a.out' } } };
  const steps = {
    a: { at: [0, 10] },
    sub: { at: [10, 60] },
    'sub/a': { at: [10, 30] },
    'sub/b': { at: [30, 60] },
  } as const;
  expect(pathOf(runOf({ a: reads([]), sub }, steps, { at: 60 }, { inner }))).toBe('a → sub/a → sub/b');
});

test('of a run that goes on, the step that has run longest ends the path so far', () => {
  const view = runOf(diamond, { a: { at: [0, 30] }, b: { at: [30] }, c: { at: [31] } });
  expect(pathOf(view, 100)).toBe('a → b');
});

test('attempts and the waits between them are the time of their step', () => {
  const view = runOf({ a: reads([]) }, { a: { at: [0, 90] } }, { at: 90 });
  expect(findCriticalPath(view, findRunOrder(view, 0), 0)?.time).toBe(90);
});

test('what a step waited for, and what it let start', () => {
  const order = findRunOrder(runOf(loop, turns, { at: 90 }), 0);
  expect(order.waitedFor('z')).toEqual(['each']);
  expect(order.letBy('each[2]/x')).toBe('each[1]/y');
  expect(order.letBy('each[0]/x')).toBe('a');
  expect(order.letStart('each[1]/y')).toEqual(['each[2]/x']);
  expect(order.letStart('each[2]/y')).toEqual(['z']);
});
