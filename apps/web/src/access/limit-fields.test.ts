import { expect, test } from 'vitest';
import { emptyLimits, limitsOf } from './limit-fields.tsx';

test('empty fields limit nothing, and a period stands with what it counts alone', () => {
  expect(limitsOf(emptyLimits)).toEqual({});
  expect(limitsOf({ ...emptyLimits, callsPerMinute: 60, concurrency: 0 })).toEqual({ callsPerMinute: 60 });
  expect(limitsOf({ ...emptyLimits, tokens: 1000, cost: 0.5, period: 'day' })).toEqual({
    tokens: 1000,
    cost: 0.5,
    period: 'day',
  });
});
