import { median, type Row, type Segment } from './page-layout.ts';

/** A table as rows of cells, as many in each as there are columns. */
export interface FoundTable {
  readonly cells: readonly (readonly string[])[];
  /** Where its columns begin, to tell whether the next page goes on with it. */
  readonly lefts: readonly number[];
  readonly hasHeader: boolean;
}

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
  for (let at = 0; at < rows.length;) {
    const run = tableFrom(rows, at);
    if (!run) {
      plain.push(...rows.slice(at, at + 1));
      at += 1;
      continue;
    }
    if (plain.length > 0) parts.push({ rows: plain });
    plain = [];
    parts.push({ table: run.table });
    at = run.end;
  }
  if (plain.length > 0) parts.push({ rows: plain });
  return parts;
}

/** The longest table that begins at this row. */
function tableFrom(rows: readonly Row[], start: number): { table: FoundTable; end: number } | undefined {
  if ((rows[start]?.segments.length ?? 0) < 2) return undefined;
  const columns: Column[] = [];
  let end = start;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    if (!row || (end > start && gapBefore(rows, end) > 3.2 * row.size) || !fit(columns, row)) break;
  }
  const whole = rows.slice(start, end);
  const run = whole.slice(0, lastOfTable(whole) + 1);
  if (!isTable(run, columns)) return undefined;
  const ordered = columns.toSorted((a, b) => a.left - b.left);
  const cells = mergeWrapped(run).map((lines) => cellsOf(lines, ordered));
  const hasHeader = isHeader(run, cells);
  return { table: { cells, lefts: ordered.map(({ left }) => left), hasHeader }, end: start + run.length };
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

/** The first row is a header when it is set in a font of its own, or holds no figures above columns of figures. */
function isHeader(rows: readonly Row[], cells: readonly (readonly string[])[]): boolean {
  const [first, ...others] = cells;
  if (!first || others.length === 0 || first.filter((cell) => cell !== '').length < 2) return false;
  const fonts = new Set(rows[0]?.segments.map(({ font }) => font));
  const below = rows.slice(1).flatMap(({ segments }) => segments);
  if (fonts.size === 1 && below.filter(({ font }) => fonts.has(font)).length < below.length * 0.2) return true;
  if (first.some((cell) => /\d/.test(cell))) return false;
  return first.some((_, index) => {
    const column = others.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
    return column.length > 0 && column.filter((cell) => /\d/.test(cell)).length >= column.length * 0.7;
  });
}
