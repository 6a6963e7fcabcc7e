import type { Passage } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { widenPassages } from './widen-passages.ts';

/* A document of ten passages of six characters, one blank line between each: positions 0 to 9. */
const text = Array.from({ length: 10 }, (_, at) => `text ${at}`).join('\n\n');
const passageAt = (position: number): Passage => ({
  pageContent: `text ${position}`,
  metadata: {
    document: 'd',
    source: 'a.txt',
    mediaType: 'text/plain',
    language: 'en',
    headings: [],
    start: 8 * position,
    end: 8 * position + 6,
    position,
  },
});
const readAround = (_: Passage, from: number, to: number): Passage[] =>
  Array.from({ length: 10 }, (_, at) => passageAt(at)).slice(from, to + 1);
const widen = (positions: readonly number[], count: number): Passage[] =>
  widenPassages(positions.map(passageAt), count, readAround);

test('neighbours are joined as they stand in the document, and offsets say where', () => {
  const [joined] = widen([4], 2);
  expect(joined).toMatchObject({ metadata: { start: 16, end: 54, position: 4 } });
  expect(joined?.pageContent).toBe(text.slice(16, 54));
});

test('the document’s ends are the ends', () => {
  expect(widen([0, 9], 1).map(({ pageContent }) => pageContent)).toEqual(['text 0\n\ntext 1', 'text 8\n\ntext 9']);
});

test('no text is given twice: a worse passage keeps what is left, and goes when nothing is', () => {
  expect(widen([4, 5], 1).map(({ pageContent }) => pageContent)).toEqual(['text 3\n\ntext 4\n\ntext 5']);
  expect(widen([4, 6], 1).map(({ pageContent }) => pageContent)).toEqual([
    'text 3\n\ntext 4\n\ntext 5',
    'text 6\n\ntext 7',
  ]);
});

test('passages that overlap are joined without saying anything twice', () => {
  const cut = (position: number, start: number, end: number): Passage => ({
    pageContent: text.slice(start, end),
    metadata: { ...passageAt(0).metadata, start, end, position },
  });
  const overlapping = [cut(0, 0, 20), cut(1, 14, 40), cut(2, 36, 60)];
  const [joined] = widenPassages([overlapping[1] ?? passageAt(1)], 1, () => overlapping);
  expect(joined?.pageContent).toBe(text.slice(0, 60));
});

test('a table keeps its header once, and counts its rows', () => {
  const rows = (position: number, firstRow: number): Passage => ({
    pageContent: `Name | Fee\nRow ${firstRow} | 1\nRow ${firstRow + 1} | 2`,
    metadata: {
      ...passageAt(position).metadata,
      table: { header: ['Name', 'Fee'], firstRow, lastRow: firstRow + 1, count: 2, total: 9 },
    },
  });
  const [joined] = widenPassages([rows(0, 2)], 1, () => [rows(0, 2), rows(1, 4)]);
  expect(joined?.pageContent).toBe('Name | Fee\nRow 2 | 1\nRow 3 | 2\nRow 4 | 1\nRow 5 | 2');
  expect(joined?.metadata.table).toMatchObject({ firstRow: 2, lastRow: 5, count: 4, total: 9 });
});

test('without neighbours nothing changes', () => {
  expect(widen([4, 5], 0)).toEqual([passageAt(4), passageAt(5)]);
});
