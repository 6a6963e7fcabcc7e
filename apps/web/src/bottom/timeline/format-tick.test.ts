import { expect, test } from 'vitest';
import { formatTick } from './format-tick.ts';

test.for([
  [0, 200, 'en', '0 ms'],
  [400, 200, 'en', '400 ms'],
  [1_200, 200, 'en', '1.2 s'],
  [1_200, 200, 'fr', '1,2 s'],
  [12_000, 2_000, 'en', '12 s'],
  [150_000, 30_000, 'en', '2:30'],
  [125_500, 500, 'en', '2:05.5'],
  [3_605_000, 5_000, 'en', '1:00:05'],
] as const)('%d ms with marks each %d ms reads %s: %s', ([at, step, language, text]) => {
  expect(formatTick(at, step, language)).toBe(text);
});
