import { expect, test } from 'vitest';
import { createJsonEnd } from './json-end.ts';

/** Index of the piece after which the text is whole. */
function endOf(...pieces: string[]): number {
  const isWhole = createJsonEnd();
  return pieces.findIndex((piece) => isWhole(piece));
}

test('objects, lists and texts are whole with their last mark', () => {
  expect(endOf('{"a": ', '{}', '}', '\n')).toBe(2);
  expect(endOf('[1, ', '[2]', ']')).toBe(2);
  expect(endOf('"a', '\\"', 'b"', ' ')).toBe(2);
});

test('numbers and words are whole when something follows', () => {
  expect(endOf('1', '2', '\n')).toBe(2);
  expect(endOf('tr', 'ue', ' ')).toBe(2);
});

test('what is never whole never ends', () => {
  expect(endOf('{"a": "}', '"', ' ')).toBe(-1);
});
