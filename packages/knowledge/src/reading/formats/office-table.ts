import type { TableParts, TableRow } from '../create-document-text.ts';
import { guessHeader } from './csv-header.ts';
import { Problem } from '@jacquard/flow';

/** A cell of a table of a text, HTML or slide. */
export interface GridCell {
  readonly text: string;
  /** How many columns and rows it covers, from 1. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** It goes on the cell above, as Word and PowerPoint say it. */
  readonly goesOn?: boolean | undefined;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly isHeader: boolean;
}

const widest = 16_384;

/**
 * Lays out a table whose cells may cover others. What covers several rows stands in each of them, since a row is read
 * alone; what covers several columns stands in the first, in a header in each. Header rows are the first ones if they are
 * marked, else the first if the rows below show that it is one. Rows are counted from 1, the header's too.
 */
export function layOutTable(rows: readonly GridRow[], name?: string): TableParts {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + columnsOf(cell), 0)));
  if (width > widest) throw new Problem('document-too-large', { what: 'document-cells', limit: widest });
  const unmarked = rows.findIndex(({ isHeader }) => !isHeader);
  const marked = unmarked === -1 ? 0 : unmarked;
  if (marked > 0) {
    const grid = gridRows(rows, marked);
    const heads = Array.from({ length: marked }, () => grid.next().value ?? []);
    return { name, header: joinHeads(heads), rows: numbered(grid, marked + 1) };
  }
  const sample = [...gridRows(rows.slice(0, 20), 1)];
  const [first = [], ...below] = sample;
  return guessHeader(first, below, { isLikely: false })
    ? { name, header: first, rows: numbered(skipFirst(gridRows(rows, 1)), 2) }
    : { name, header: [], rows: numbered(gridRows(rows, 0), 1) };
}

/** The cells row by row; the first `heads` rows repeat what covers several columns. */
function* gridRows(rows: readonly GridRow[], heads: number): Generator<string[], void, void> {
  let above: string[] = [];
  let covered: number[] = [];
  for (const [index, { cells }] of rows.entries()) {
    const row: string[] = [];
    const still: number[] = [];
    const keep = (): void => {
      while ((covered[row.length] ?? 0) > 0) {
        still[row.length] = (covered[row.length] ?? 0) - 1;
        row.push(above[row.length] ?? '');
      }
    };
    for (const cell of cells) {
      keep();
      const text = cell.goesOn ? (above[row.length] ?? '') : cell.text;
      for (let column = 0; column < columnsOf(cell); column += 1) {
        still[row.length] = (cell.rows ?? 1) - 1;
        row.push(column === 0 || index < heads ? text : '');
      }
    }
    keep();
    yield row;
    above = row;
    covered = still;
  }
}

function* numbered(rows: Iterable<string[]>, first: number): Generator<TableRow, void, void> {
  let number = first;
  for (const cells of rows) {
    yield { cells, number };
    number += 1;
  }
}

function* skipFirst(rows: Iterator<string[], void>): Generator<string[], void, void> {
  rows.next();
  for (let next = rows.next(); !next.done; next = rows.next()) yield next.value;
}

/** Of several header rows, one: what stands in a column, from above to below, each once. */
function joinHeads(heads: readonly (readonly string[])[]): string[] {
  const width = Math.max(...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(heads.map((row) => (row[column] ?? '').trim()).filter((text) => text !== ''))].join(' '),
  );
}

function columnsOf({ columns = 1 }: GridCell): number {
  return Math.max(1, Math.min(columns, widest));
}
