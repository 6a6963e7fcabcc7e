import { expect, test } from 'vitest';
import { saysStop } from './says-stop.ts';

const sign = 'Nothing to improve.';

test.each([
  ['Nothing to improve.', true],
  ['**nothing to improve**', true],
  ['The answer is clear.\n\nNothing to improve!', true],
  ['Nothing to improve.\nIt says all that was asked.', true],
  ['There is nothing to improve in the first line, but the second is wrong.', false],
  ['If nothing needs to be improved, write only: Nothing to improve.', false],
  ['', false],
])('%j: %s', (feedback, expected) => {
  expect(saysStop(feedback, sign)).toBe(expected);
});

test('an empty sign never stops', () => {
  expect(saysStop('…', '')).toBe(false);
});
