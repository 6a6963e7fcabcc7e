import { expect, test } from 'vitest';
import type { Segment } from './page-layout.ts';
import { splitColumns } from './split-columns.ts';

function segment(text: string, left: number, right: number, baseline: number): Segment {
  return { text, left, right, baseline, size: 10, font: 'plain', isMono: false };
}

/** Lines that fill a column, 12 points apart. */
function column(name: string, left: number, right: number, top: number, count = 6): Segment[] {
  return Array.from({ length: count }, (_, index) =>
    segment(`${name}${index} is a line of prose in its column`, left, right, top + index * 12),
  );
}

function order(segments: readonly Segment[]): string {
  return splitColumns(segments)
    .map((part) => part.map(({ text }) => text.split(' ')[0]).join(' '))
    .join(' | ');
}

/*
 *   ttttttttt
 *   aaaa bbbb
 *   mmmmmmmmm
 *   cccc dddd
 */
test('columns are read down, what spans them where it stands', () => {
  const segments = [
    segment('title over both', 50, 500, 50),
    ...column('a', 50, 260, 80),
    ...column('b', 290, 500, 80),
    segment('middle over both', 50, 500, 170),
    ...column('c', 50, 260, 200),
    ...column('d', 290, 500, 203),
  ];
  expect(order(segments)).toBe(
    'title | a0 a1 a2 a3 a4 a5 | b0 b1 b2 b3 b4 b5 | middle | c0 c1 c2 c3 c4 c5 | d0 d1 d2 d3 d4 d5',
  );
});

test('three columns are three', () => {
  const segments = [...column('a', 50, 190, 80, 4), ...column('b', 210, 350, 80, 4), ...column('c', 370, 510, 80, 4)];
  expect(order(segments)).toBe('a0 a1 a2 a3 | b0 b1 b2 b3 | c0 c1 c2 c3');
});

test('a table and labels beside prose stay together', () => {
  const cells = Array.from({ length: 8 }, (_, index) => [
    segment(`row${index}`, 50, 90, 80 + index * 14),
    segment('a longer cell of it', 150, 230, 80 + index * 14),
  ]).flat();
  expect(splitColumns(cells)).toHaveLength(1);
  const labels = [0, 2, 4, 5].map((line) => segment('Term', 50, 80, 80 + line * 12));
  expect(splitColumns([...labels, ...column('a', 120, 500, 80)])).toHaveLength(1);
});
