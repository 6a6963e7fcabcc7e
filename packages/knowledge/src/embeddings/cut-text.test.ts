import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';

test.each([
  ['short', 10, 'short'],
  ['one two three', 9, 'one two'],
  ['one two three', 7, 'one two'],
  ['a whole-of-one-word', 10, 'a whole-of'],
  ['ab🎉cd', 3, 'ab'],
  ['ab🎉cd', 4, 'ab🎉'],
])('%j cut at %i is %j', (text, length, expected) => {
  expect(cutText(text, length)).toBe(expected);
});
