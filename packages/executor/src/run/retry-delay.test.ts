import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { mayRetry, retryDelay } from './retry-delay.ts';

test('the delay doubles up to the most, with half of it left to chance', () => {
  const retry = { attempts: 9, delay: 1, maxDelay: 5 };
  const [least, most] = [0, 1].map((random) =>
    [1, 2, 3, 4].map((failures) => retryDelay(retry, failures, undefined, random)),
  );
  expect(most).toEqual([1000, 2000, 4000, 5000]);
  expect(least).toEqual([500, 1000, 2000, 2500]);
});

test('what the other side asks for goes before', () => {
  expect(retryDelay({ attempts: 2, delay: 30 }, 1, 2.5, 0)).toBe(2500);
});

test('a passed limit is not tried again, nor anything past the attempts', () => {
  const refused = new Problem('provider-refused');
  expect(mayRetry({ attempts: 2 }, 1, refused)).toBe(true);
  expect(mayRetry({ attempts: 2 }, 2, refused)).toBe(false);
  expect(mayRetry(undefined, 1, refused)).toBe(false);
  expect(mayRetry({ attempts: 5 }, 1, new Problem('limit-value-bytes'))).toBe(false);
});
