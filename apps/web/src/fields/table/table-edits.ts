import type { Cell, Table } from '@jacquard/flow';

/** A place in the grid; row -1 holds the columns' names. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface Block {
  readonly from: Place;
  readonly to: Place;
}

/** Rows and columns beyond these are not taken from a paste. */
const most = { rows: 20_000, columns: 200 };

/** The rectangle between two places. */
export function blockOf(one: Place, other: Place): Block {
  return {
    from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  };
}

/** Sets one cell; in row -1 it renames the column, if the name is free. */
export function setCell(table: Table, { row, column }: Place, cell: Cell): Table {
  const name = table.columns[column];
  if (name === undefined) return table;
  if (row < 0) return renameColumn(table, column, String(cell ?? ''));
  return { ...table, rows: table.rows.map((cells, at) => (at === row ? { ...cells, [name]: cell } : cells)) };
}

function renameColumn({ columns, rows }: Table, index: number, name: string): Table {
  const old = columns[index] ?? '';
  if (name === '' || columns.includes(name)) return { columns, rows };
  return {
    columns: columns.map((column, at) => (at === index ? name : column)),
    rows: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key === old ? name : key, cell])),
    ),
  };
}

/** Empties the cells of a block; names of columns stay. */
export function clearBlock(table: Table, { from, to }: Block): Table {
  const names = table.columns.slice(from.column, to.column + 1);
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  return {
    ...table,
    rows: table.rows.map((cells, at) => (at >= from.row && at <= to.row ? { ...cells, ...empty } : cells)),
  };
}

/** Puts an empty row at a place. */
export function insertRow({ columns, rows }: Table, at: number): Table {
  return { columns, rows: rows.toSpliced(at, 0, blankRow(columns)) };
}

/** Takes a row away. */
export function dropRow({ columns, rows }: Table, at: number): Table {
  return { columns, rows: rows.toSpliced(at, 1) };
}

/** Puts an empty column at a place, under a name that is free. */
export function insertColumn({ columns, rows }: Table, at: number): Table {
  const name = freeColumn(columns);
  return { columns: columns.toSpliced(at, 0, name), rows: rows.map((row) => ({ ...row, [name]: null })) };
}

/** Takes a column away; the last one stays. */
export function dropColumn({ columns, rows }: Table, at: number): Table {
  const name = columns[at];
  if (name === undefined || columns.length < 2) return { columns, rows };
  return {
    columns: columns.toSpliced(at, 1),
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name))),
  };
}

/** Lays cells over the table from a place on; the table grows as it needs. From row -1 on, the first row names columns. */
export function pasteBlock(table: Table, at: Place, cells: readonly (readonly Cell[])[]): Table {
  const block = cells.slice(0, most.rows).map((row) => row.slice(0, most.columns));
  const width = Math.max(0, ...block.map((row) => row.length));
  let grown = table;
  while (grown.columns.length < at.column + width) grown = insertColumn(grown, grown.columns.length);
  const names = at.row < 0 ? (block[0] ?? []) : [];
  for (const [offset, name] of names.entries())
    grown = setCell(grown, { row: -1, column: at.column + offset }, name === null ? null : String(name));
  const body = at.row < 0 ? block.slice(1) : block;
  const first = Math.max(0, at.row);
  const rows = [...grown.rows];
  for (const [offset, row] of body.entries()) {
    const written = row.map((cell, index) => [grown.columns[at.column + index] ?? '', cell] as const);
    rows[first + offset] = { ...(rows[first + offset] ?? blankRow(grown.columns)), ...Object.fromEntries(written) };
  }
  return { columns: grown.columns, rows };
}

/** The cells of a block, row by row; row -1 gives the names. */
export function cellsOf({ columns, rows }: Table, { from, to }: Block): readonly (readonly Cell[])[] {
  const names = columns.slice(from.column, to.column + 1);
  const body = rows.slice(Math.max(0, from.row), to.row + 1).map((row) => names.map((name) => row[name] ?? null));
  return from.row < 0 ? [names, ...body] : body;
}

/** Whether nothing stands in the table: what is pasted then is a whole table. */
export function isBlank({ rows }: Table): boolean {
  return rows.every((row) => Object.values(row).every((cell) => cell === null || cell === ''));
}

function blankRow(columns: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column) => [column, null]));
}

function freeColumn(columns: readonly string[]): string {
  let number = columns.length + 1;
  while (columns.includes(`C${number}`)) number += 1;
  return `C${number}`;
}
