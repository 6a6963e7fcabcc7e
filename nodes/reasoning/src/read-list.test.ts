import { expect, test } from 'vitest';
import { readList } from './read-list.ts';

test.each([
  ['1. One?\n2) Two?\n- Three?\n• Four?', ['One?', 'Two?', 'Three?', 'Four?']],
  ['Here are the questions:\n\n1. **One?**\n2. "Two?"\n\nI hope that helps!', ['One?', 'Two?']],
  ['Question 1: One?\nQ2: Two?', ['One?', 'Two?']],
  ['What is one? no mark\nWhat is two?', ['What is two?']],
  ['1. Same?\n2. same?\n3.\n4. Other?', ['Same?', 'Other?']],
  ['3 and 4 make 7.', []],
  ['', []],
])('%j', (answer, expected) => {
  expect(readList(answer, 10)).toEqual(expected);
});

test('a thousand items are read to the most that was asked for; a page on one line is none', () => {
  const many = Array.from({ length: 1000 }, (_item, index) => `${index % 999}. Item ${index}?`).join('\n');
  expect(readList(many, 3)).toEqual(['Item 0?', 'Item 1?', 'Item 2?']);
  expect(readList(`1. ${'x'.repeat(10_000)}?`, 3)).toEqual([]);
});
