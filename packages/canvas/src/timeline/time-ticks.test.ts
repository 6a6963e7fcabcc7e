import { expect, test } from 'vitest';
import { timeTicks } from './time-ticks.ts';

test.for([
  [0, 1_000, 5, 200, [0, 200, 400, 600, 800, 1_000]],
  [0, 3_700, 4, 1_000, [0, 1_000, 2_000, 3_000]],
  [0, 95_000, 4, 30_000, [0, 30_000, 60_000, 90_000]],
  [3_600_000, 7_200_000, 2, 1_800_000, [3_600_000, 5_400_000, 7_200_000]],
  [1.5, 3.2, 6, 0.5, [1.5, 2, 2.5, 3]],
] as const)('marks from %d to %d, about %d, lie %d ms apart', ([from, to, most, step, at]) => {
  expect(timeTicks(from, to, most)).toEqual({ step, at });
});

test('a run of days has marks, too, and an empty window one at most', () => {
  expect(timeTicks(0, 40 * 86_400_000, 8).at.length).toBeLessThanOrEqual(9);
  expect(timeTicks(10, 10, 8).at.length).toBeLessThanOrEqual(1);
});
