import { expect, test } from 'vitest';
import { countDifference, timeDifference } from './difference-text.ts';

test('says by how much and by which share, with a sign', () => {
  expect(timeDifference(2_000, 2_500, 'en')).toBe('+500 ms (+25%)');
  expect(timeDifference(2_000, 500, 'en')).toBe('−1.5 s (−75%)');
  expect(timeDifference(1, 21, 'en')).toBe('+20 ms');
  expect(countDifference(0, 12, 'en')).toBe('+12');
  expect(countDifference(40, 40, 'en')).toBe('=');
  expect(countDifference(undefined, 40, 'en')).toBe('');
});
