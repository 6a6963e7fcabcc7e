import { expect, test } from 'vitest';
import { noteHeight } from './note-height.ts';

test('a note is as high as the page draws it, to a line', () => {
  const text =
    '**Try it.** Ask something in the chat at the right and watch the words arrive in the node.\n\nThen ask *Who wrote Hamlet?* and *What is 12 plus 30?* A model this small writes well and knows little: it answers just as surely when it is wrong.\n\nSet **Temperature** to 1 and run again: a new answer each time.';
  const drawn = 169; // 14 px below the last line, measured in Chromium
  expect(noteHeight(text, 340)).toBeGreaterThanOrEqual(drawn);
  expect(noteHeight(text, 340)).toBeLessThan(drawn + 4);
});

test('a word that is longer than a line takes several, and a space that may not break keeps its line', () => {
  const line = noteHeight('word', 200);
  expect(noteHeight('w'.repeat(60), 200)).toBeGreaterThan(line + 2 * 17);
  expect(noteHeight('a b '.repeat(8).trim(), 200)).toBe(line);
  expect(noteHeight('', 200)).toBe(line);
});
