import { expect, test } from 'vitest';
import { choosePlan, planToBegin, plansFor, type TriedPlan } from './engine-plan.ts';

const tried = (lanes: number, threads: number, alone: number, together: number): TriedPlan => ({
  plan: { lanes, threads, width: 16 },
  alone,
  together,
});

test.each([
  [1, '1x1'],
  [2, '2x1 1x2'],
  [4, '3x1 1x2 1x3'],
  [8, '7x1 3x2 1x4 1x7'],
])('on %i cores these are tried: %s', (cores, plans) => {
  expect(
    plansFor(cores)
      .map(({ lanes, threads }) => `${lanes}x${threads}`)
      .join(' '),
  ).toBe(plans);
});

test.each([1, 2, 3, 4, 8, 64])('on %i cores the plan to begin with leaves no thread without a core', (cores) => {
  const { lanes, threads } = planToBegin(cores);
  expect(lanes * threads).toBeLessThanOrEqual(cores);
  expect(lanes * threads).toBeGreaterThan(0);
});

test('of plans that keep up with a reader, the one that writes most in all is chosen', () => {
  expect(choosePlan([tried(2, 1, 45, 90), tried(1, 2, 60, 65)])).toMatchObject({ lanes: 2, threads: 1 });
});

test('a large model runs in one wide context when narrow ones would not keep up with a reader', () => {
  expect(choosePlan([tried(7, 1, 2, 9), tried(1, 7, 11, 11)])).toMatchObject({ lanes: 1, threads: 7 });
  expect(choosePlan([tried(7, 1, 1, 6), tried(1, 7, 5, 5)])).toMatchObject({ lanes: 1, threads: 7 });
});

test('nothing tried, nothing chosen', () => {
  expect(choosePlan([])).toBeUndefined();
});
