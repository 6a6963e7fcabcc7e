import type { DocumentBlock } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { windowAt, windowsOf } from './windows-of.ts';

function documentOf(count: number, paragraph: string): { text: string; blocks: DocumentBlock[] } {
  const step = paragraph.length + 2;
  return {
    text: Array.from({ length: count }, () => paragraph).join('\n\n'),
    blocks: Array.from({ length: count }, (_, index) => ({
      kind: 'paragraph',
      start: index * step,
      end: index * step + paragraph.length,
    })),
  };
}

test('small windows that together hold every block once, in order', () => {
  const { text, blocks } = documentOf(500, 'A paragraph of some words. '.repeat(10).trim());
  const windows = windowsOf(text, blocks);
  expect(windows.length).toBeGreaterThan(5);
  expect(windows.flatMap(({ parts }) => parts.map(({ block }) => block))).toEqual(blocks);
  expect(windows.every(({ start, end }) => end - start < 20_000)).toBe(true);
});

test('a paragraph of a megabyte is cut between words and loses nothing', () => {
  const text = 'word '.repeat(200_000).trim();
  const windows = windowsOf(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
  const parts = windows.flatMap((window) => window.parts);
  expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  expect(Math.max(...parts.map(({ start, end }) => end - start))).toBeLessThan(10_000);
  expect(parts.slice(1).every(({ start }) => text[start - 1] === ' ')).toBe(true);
});

test('a text without blocks, or without spaces, is cut as well', () => {
  const text = 'x'.repeat(100_000);
  const parts = windowsOf(text, []).flatMap((window) => window.parts);
  expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  expect(windowsOf('', [])).toEqual([]);
});

test('a long table is cut between rows, each row once', () => {
  const rows = Array.from({ length: 1000 }, (_, index): [number, number, number] => [
    10 + index * 20,
    28 + index * 20,
    index + 2,
  ]);
  const block: DocumentBlock = { kind: 'table', start: 0, end: 20_010, table: { header: ['a'], rows } };
  const parts = windowsOf('', [block]).flatMap((window) => window.parts);
  expect(parts[0]).toMatchObject({ start: 0, rows: [0, 150] });
  expect(parts.at(-1)?.rows?.[1]).toBe(1000);
  expect(parts.slice(1).every((part, index) => part.rows?.[0] === parts[index]?.rows?.[1])).toBe(true);
});

test('the window that holds an offset', () => {
  const { text, blocks } = documentOf(500, 'A paragraph of some words. '.repeat(10).trim());
  const windows = windowsOf(text, blocks);
  const third = windows[2];
  expect(windowAt(windows, third?.start ?? 0)).toBe(2);
  expect(windowAt(windows, (third?.end ?? 0) - 1)).toBe(2);
  expect(windowAt(windows, (third?.end ?? 0) + 1)).toBe(2);
  expect(windowAt([], 5)).toBe(0);
});
