import { expect, test } from 'vitest';
import { rateAfter, timeLeft } from './download-rate.ts';

const begun = { done: 0, at: 0, perSecond: undefined };

test('a steady download has its speed at once, and the time left follows', () => {
  const one = rateAfter(begun, 1000, 1000);
  const two = rateAfter(one, 2000, 2000);
  expect(two.perSecond).toBe(1000);
  expect(timeLeft(two, 5000)).toBe(3000);
});

test('a pause slows it gradually, and one that begins anew has no speed yet', () => {
  const stalled = rateAfter(rateAfter(begun, 1000, 1000), 1000, 3000);
  expect(stalled.perSecond).toBeGreaterThan(400);
  expect(stalled.perSecond).toBeLessThan(1000);
  expect(timeLeft(rateAfter(stalled, 10, 4000), 5000)).toBeUndefined();
});
