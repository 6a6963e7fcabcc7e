import { cellText, type TableData } from './table-data.ts';

const sample = 60;
const letter = 7.2;
const [narrowest, widest] = [64, 320];

/** Widths in pixels that fit the heads and the first rows of each column. */
export function columnWidths({ columns, rows }: TableData): readonly number[] {
  const first = rows.slice(0, sample);
  return columns.map((column) => {
    const longest = first.reduce((most, row) => Math.max(most, cellText(row[column]).length), column.length + 3);
    return Math.min(widest, Math.max(narrowest, Math.ceil(longest * letter) + 20));
  });
}

/** A width that a person has drawn, within what can be read and reached. */
export function boundWidth(width: number): number {
  return Math.min(1_200, Math.max(48, Math.round(width)));
}
