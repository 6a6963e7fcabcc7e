import type { JsonValue } from '@jacquard/flow';

/** Rows under columns, as they are drawn: those of a table on a wire, or of a list that reads as one. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: string]: JsonValue }[];
}

const sample = 30;
const mostColumns = 200;

/** Whether an object is a table, judged by its columns and its first rows. */
export function hasTableShape(value: JsonValue): value is JsonValue & TableData {
  if (!isRow(value) || Object.keys(value).length !== 2) return false;
  const { columns, rows } = value;
  if (!Array.isArray(columns) || !Array.isArray(rows)) return false;
  return columns.every((column) => typeof column === 'string') && rows.slice(0, sample).every((row) => isRow(row));
}

/**
 * A list of objects as rows, a list of numbers as one column; undefined for what reads badly as a table: other lists, an
 * empty one, objects that have no name in common.
 */
export function listAsTable(value: JsonValue): TableData | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const list = value as readonly JsonValue[]; // boundary: isArray forgets what it holds
  if (list.every((entry) => typeof entry === 'number'))
    return { columns: ['value'], rows: list.map((entry) => ({ value: entry })) };
  if (!list.every(isRow)) return undefined;
  const columns = new Set<string>();
  for (const row of list) {
    for (const name of Object.keys(row)) columns.add(name);
    if (columns.size > mostColumns) return undefined;
  }
  const [first] = list;
  const isCommon = [...columns].some((column) => list.slice(0, sample).every((row) => column in row));
  return first && isCommon ? { columns: [...columns], rows: list } : undefined;
}

/** A cell as it reads: what is empty as nothing, lists and objects as JSON. */
export function cellText(cell: JsonValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

function isRow(value: JsonValue): value is { readonly [column: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
