import { expect, test } from 'vitest';
import { readConsistency } from './read-consistency.ts';

test.each([
  ['CONSISTENT', 'consistent'],
  ['**Inconsistent.**', 'inconsistent'],
  ['Partially consistent', 'partially'],
  ['It is CONSISTENT in the year, but not in the place: INCONSISTENT', 'inconsistent'],
  ['Yes, it is.', 'unclear'],
  ['', 'unclear'],
])('%j: %s', (said, expected) => {
  expect(readConsistency(said)).toBe(expected);
});
