import { isHeaderRow } from './is-header-row.ts';
import { median, type FoundTable, type Row, type Segment } from './page-layout.ts';

/** A part of a column of the page: a table, or rows that are none. */
export type RowsPart = { readonly table: FoundTable } | { readonly rows: readonly Row[] };

interface Column {
  left: number;
  right: number;
}

/** Finds runs of rows whose segments stand in columns below one another. */
export function findTables(rows: readonly Row[]): RowsPart[] {
  const parts: RowsPart[] = [];
  let plain: Row[] = [];
  let at = 0;
  while (at < rows.length) {
    const run = ruledTable(rows, at) ?? tableFrom(rows, at);
    if (run && plain.length > 0) {
      parts.push({ rows: plain });
      plain = [];
    }
    if (run) parts.push({ table: run.table });
    else plain.push(...rows.slice(at, at + 1));
    at = run?.end ?? at + 1;
  }
  if (plain.length > 0) parts.push({ rows: plain });
  return parts;
}

function ruledTable(rows: readonly Row[], at: number): { table: FoundTable; end: number } | undefined {
  const table = rows[at]?.segments[0]?.table;
  return table && { table, end: at + 1 };
}

/** The longest table that begins at this row. */
function tableFrom(rows: readonly Row[], start: number): { table: FoundTable; end: number } | undefined {
  if ((rows[start]?.segments.length ?? 0) < 2) return undefined;
  const columns: Column[] = [];
  let end = start;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    if (!row || isRuled(row) || (end > start && gapBefore(rows, end) > 3.2 * row.size) || !fit(columns, row)) break;
  }
  const whole = rows.slice(start, end);
  const run = whole.slice(0, lastOfTable(whole) + 1);
  if (!isTable(run, columns)) return undefined;
  const ordered = columns.toSorted((a, b) => a.left - b.left);
  const merged = mergeWrapped(run);
  const cells = merged.map((lines) => cellsOf(lines, ordered));
  const fonts = merged.map((lines) => [...new Set(lines.flatMap(({ segments }) => segments.map(({ font }) => font)))]);
  const hasHeader = isHeaderRow(cells, fonts);
  return { table: { cells, lefts: ordered.map(({ left }) => left), hasHeader }, end: start + run.length };
}

function isRuled({ segments }: Row): boolean {
  return segments.some(({ table }) => table !== undefined);
}

function gapBefore(rows: readonly Row[], index: number): number {
  return (rows[index]?.baseline ?? 0) - (rows[index - 1]?.baseline ?? 0);
}

/** Widens the columns by a row, unless one of its segments stands in two of them, or two in one. */
function fit(columns: Column[], row: Row): boolean {
  const fits = row.segments.map((segment) => columns.filter((column) => meets(column, segment)));
  if (fits.some((met) => met.length > 1)) return false;
  const met = fits.flat();
  if (new Set(met).size !== met.length) return false;
  for (const [index, segment] of row.segments.entries()) {
    const column = fits[index]?.[0];
    if (!column) columns.push({ left: segment.left, right: segment.right });
    else {
      column.left = Math.min(column.left, segment.left);
      column.right = Math.max(column.right, segment.right);
    }
  }
  return true;
}

function meets(column: Column, { left, right }: Segment): boolean {
  return left < column.right && right > column.left;
}

/** A table ends with a row of several cells, or with the rest of a wrapped one. */
function lastOfTable(rows: readonly Row[]): number {
  const pitch = pitchOf(rows);
  return rows.findLastIndex(
    (row, index) => row.segments.length > 1 || (index > 0 && gapBefore(rows, index) < 0.85 * pitch),
  );
}

/** The usual distance between rows: what is clearly closer is a wrapped line of one row. */
function pitchOf(rows: readonly Row[]): number {
  const first = Math.min(...rows.map(({ left }) => left));
  const starts = [...rows.keys()].slice(1).filter((index) => {
    const row = rows[index];
    return row !== undefined && row.segments.length > 1 && row.left < first + row.size;
  });
  return median(starts.map((index) => gapBefore(rows, index)));
}

function isTable(rows: readonly Row[], columns: readonly Column[]): boolean {
  const several = rows.filter(({ segments }) => segments.length > 1);
  if (columns.length < 2 || several.length < 2 || several.length * 2 < rows.length) return false;
  if (
    several.length === 2 &&
    columns.length === 2 &&
    !several.every(({ segments }) => /\d/.test(segments[1]?.text ?? ''))
  ) {
    return false;
  }
  if (columns.length === 2 && rows.every(({ segments }) => segments.every(({ isMono }) => isMono))) return false;
  const others = columns.toSorted((a, b) => a.left - b.left).slice(1);
  return others.some((column) =>
    isAligned(several.flatMap(({ segments }) => segments.filter((s) => meets(column, s)))),
  );
}

/** Most of them begin, end or have their middle at one x. */
function isAligned(segments: readonly Segment[]): boolean {
  if (segments.length < 2) return false;
  const edges = [
    segments.map(({ left }) => left),
    segments.map(({ right }) => right),
    segments.map(({ left, right }) => (left + right) / 2),
  ];
  const near = median(segments.map(({ size }) => size)) * 0.4;
  return edges.some((values) => {
    const middle = median(values);
    return values.filter((value) => Math.abs(value - middle) <= near).length >= 0.6 * values.length;
  });
}

function mergeWrapped(rows: readonly Row[]): Row[][] {
  const pitch = pitchOf(rows);
  const merged: Row[][] = [];
  for (const [index, row] of rows.entries()) {
    if (index > 0 && gapBefore(rows, index) < 0.85 * pitch) merged.at(-1)?.push(row);
    else merged.push([row]);
  }
  return merged;
}

function cellsOf(lines: readonly Row[], columns: readonly Column[]): string[] {
  return columns.map((column) =>
    lines
      .flatMap(({ segments }) => segments.filter((segment) => meets(column, segment)))
      .map(({ text }) => text)
      .join(' '),
  );
}
