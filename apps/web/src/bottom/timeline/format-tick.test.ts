import { expect, test } from 'vitest';
import { formatTick } from './format-tick.ts';

test.for([
  [0, 200, 900, 'en', '0 ms'],
  [400, 200, 900, 'en', '400 ms'],
  [400, 200, 1_500, 'en', '0.4 s'],
  [1_200, 200, 1_500, 'fr', '1,2 s'],
  [12_000, 2_000, 15_000, 'en', '12 s'],
  [30_000, 30_000, 150_000, 'en', '0:30'],
  [125_500, 500, 130_000, 'en', '2:05.5'],
  [3_605_000, 5_000, 3_700_000, 'en', '1:00:05'],
] as const)('%d ms, marks each %d ms up to %d ms, reads in %s: %s', ([at, step, end, language, text]) => {
  expect(formatTick(at, step, end, language)).toBe(text);
});
