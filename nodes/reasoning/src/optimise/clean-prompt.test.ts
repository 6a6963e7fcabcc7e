import { expect, test } from 'vitest';
import { cleanPrompt, promptKey } from './clean-prompt.ts';

test.each([
  [' write the plural of each word.', 'Write the plural of each word.'],
  ['The instruction was to write the plural.\n\nThis is why: …', 'Write the plural.'],
  ['"Write the plural."', 'Write the plural.'],
  ['Instruction: **Write the plural.**', 'Write the plural.'],
  ['Here is a variation:\n\nWrite the plural.', 'Write the plural.'],
  ['Tomatoes are to be sorted.', 'Tomatoes are to be sorted.'],
  ['to', ''],
  ['  \n ', ''],
])('%j', (written, expected) => {
  expect(cleanPrompt(written)).toBe(expected);
});

test('an essay is cut at a word', () => {
  const cut = cleanPrompt('word '.repeat(1000));
  expect(cut.length).toBeLessThanOrEqual(600);
  expect(cut.endsWith('word')).toBe(true);
});

test('prompts that differ in capitals and marks alone are one', () => {
  expect(promptKey('Write the plural!')).toBe(promptKey('write  the plural'));
  expect(promptKey('…')).toBe('');
});
