import { isHeaderRow } from './is-header-row.ts';
import type { Grid } from './find-grids.ts';
import { joinStrings } from './join-strings.ts';
import type { FoundTable, Segment } from './page-layout.ts';
import type { PlacedString } from './page-strings.ts';

/** Letters: what is longer is a framed page. */
const longestCell = 2000;

/** Puts the strings that lie in ruled tables into their cells: each table is one segment, and the other strings are left. */
export function fillGrids(
  strings: readonly PlacedString[],
  grids: readonly Grid[],
): { readonly tables: readonly Segment[]; readonly others: readonly PlacedString[] } {
  let others = strings;
  const tables: Segment[] = [];
  for (const grid of grids) {
    const inside = others.filter((string) => cellOf(string, grid) !== undefined);
    const table = toTable(inside, grid);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(inside);
    others = others.filter((string) => !taken.has(string));
  }
  return { tables, others };
}

function cellOf(
  { left, right, baseline, size }: PlacedString,
  { xs, ys }: Grid,
): [row: number, column: number] | undefined {
  const column = intervalOf((left + right) / 2, xs);
  const row = intervalOf(baseline - size * 0.3, ys);
  return column === undefined || row === undefined ? undefined : [row, column];
}

function intervalOf(value: number, places: readonly number[]): number | undefined {
  const after = places.findIndex((place) => place > value);
  return after > 0 ? after - 1 : undefined;
}

/** Undefined for what is only framed: fewer than two rows and columns with text. */
function toTable(strings: readonly PlacedString[], grid: Grid): Segment | undefined {
  const rows = grid.ys.slice(1).map(() => grid.xs.slice(1).map((): PlacedString[] => []));
  for (const string of strings) {
    const [row, column] = cellOf(string, grid) ?? [0, 0];
    rows[row]?.[column]?.push(string);
  }
  const used = rows.filter((row) => row.some((cell) => cell.length > 0));
  const columns = [...grid.xs.keys()]
    .slice(1)
    .filter((column) => used.some((row) => (row[column - 1] ?? []).length > 0));
  if (used.length < 2 || columns.length < 2) return undefined;
  const cells = used.map((row) => columns.map((column) => textOf(row[column - 1] ?? [])));
  if (cells.some((row) => row.some((cell) => cell.length > longestCell))) return undefined;
  const fonts = used.map((row) => [...new Set(row.flat().map(({ font }) => font))]);
  const table: FoundTable = {
    cells,
    lefts: columns.map((column) => grid.xs[column - 1] ?? 0),
    hasHeader: isHeaderRow(cells, fonts),
  };
  return {
    text: '',
    left: grid.xs[0] ?? 0,
    right: grid.xs.at(-1) ?? 0,
    baseline: (grid.ys[0] ?? 0) + (strings[0]?.size ?? 10),
    size: strings[0]?.size ?? 10,
    font: '',
    isMono: false,
    table,
  };
}

function textOf(strings: readonly PlacedString[]): string {
  const segments = joinStrings(strings, () => false, Infinity);
  return segments.map(({ text }) => text).join(' ');
}
