import type { Passage } from '@jacquard/flow';
import { cutRange } from './cut-range.ts';
import type { TableBlock } from './group-blocks.ts';
import type { TextRange } from './text-range.ts';

/** A part of a table that is a passage. `start` and `end` name its rows, or the part of the one row that is too long. */
export interface TablePart extends TextRange {
  readonly content: string;
  readonly table: NonNullable<Passage['metadata']['table']>;
}

type Row = readonly [start: number, end: number, number: number];

/** What stands above a table is repeated whole where it has fewer characters than this. */
export const limitAbove = (size: number): number => Math.floor(size / 4);

/**
 * Cuts a table between its rows. Each part repeats what stands above (`lead`, the table's name) and the header, so that its
 * numbers mean something alone. A row that is longer than a part is cut between its words, and counts in its first part.
 */
export function* splitTable(
  text: string,
  { table, start: blockStart }: TableBlock,
  lead: readonly string[],
  size: number,
): Generator<TablePart> {
  const { name, header, rows } = table;
  const above = shorten([...lead, ...(name === undefined ? [] : [name])], limitAbove(size));
  const heads = shorten(
    header.length === 0 ? [] : [text.slice(blockStart, rows[0]?.[0] ?? blockStart).trim()],
    size / 2,
  );
  const top = [...above, ...heads].map((line) => `${line}\n`).join('');
  const room = size - top.length;
  const part = (range: TextRange, held: readonly Row[], count: number): TablePart => ({
    ...range,
    content: top + text.slice(range.start, range.end),
    table: {
      ...(name !== undefined && { name }),
      header: [...header],
      firstRow: held[0]?.[2] ?? 0,
      lastRow: held.at(-1)?.[2] ?? 0,
      count,
      total: rows.length,
    },
  });
  let held: Row[] = [];
  for (const row of [...rows, undefined]) {
    const [first] = held;
    const fits = row && first && row[1] - first[0] <= room;
    if (first && !fits) {
      const whole = { start: first[0], end: held.at(-1)?.[1] ?? first[1] };
      const pieces = cutRange(text, whole, room, 'line');
      for (const [index, piece] of pieces.entries()) yield part(piece, held, index === 0 ? held.length : 0);
      held = [];
    }
    if (row) held.push(row);
  }
}

/** Lines, the last of them cut where they would take more than `most` characters together. */
function shorten(lines: readonly string[], most: number): string[] {
  const short: string[] = [];
  let left = Math.floor(most);
  for (const line of lines) {
    if (left <= 1) break;
    short.push(line.length < left ? line : `${line.slice(0, left - 2).toWellFormed()}…`);
    left -= line.length + 1;
  }
  return short;
}
