import { expect, test } from 'vitest';
import { titleOf } from './conversation-title.ts';

test('a conversation is called as it begins', () => {
  expect(titleOf('  How many books\nmay I borrow? ')).toBe('How many books may I borrow?');
});

test('a long beginning is cut between words, a long word within', () => {
  expect(titleOf('word '.repeat(20))).toBe(`${'word '.repeat(11)}word…`);
  expect(titleOf('x'.repeat(100))).toBe(`${'x'.repeat(60)}…`);
});
