import { expect, test } from 'vitest';
import { blockAt, textBlocks } from './text-blocks.ts';

test('lines stay whole, and nothing is lost', () => {
  const text = Array.from({ length: 3_000 }, (_, index) => `line ${index}`).join('\n');
  const blocks = textBlocks(text);
  expect(blocks.map((block) => block.text).join('\n')).toBe(text);
  expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThanOrEqual(2_000);
});

test('a text without line breaks is cut at spaces, one without any between signs', () => {
  const words = 'word '.repeat(5_000);
  expect(
    textBlocks(words)
      .map((block) => block.text)
      .join(''),
  ).toBe(words);
  const pictures = '🧶'.repeat(5_000);
  const blocks = textBlocks(`x${pictures}`);
  expect(blocks.length).toBeGreaterThan(4);
  expect(blocks.every((block) => block.text.isWellFormed())).toBe(true);
});

test('a place of the text is found in its block', () => {
  const blocks = textBlocks('word '.repeat(5_000));
  const last = blocks.length - 1;
  expect([blockAt(blocks, 0), blockAt(blocks, blocks[3]?.start ?? 0), blockAt(blocks, 24_999)]).toEqual([0, 3, last]);
});
