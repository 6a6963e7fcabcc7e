import type { JsonValue } from '@jacquard/flow';
import { cellText, type TableData } from './table-data.ts';

/** By which column rows are ordered, and which way. */
export interface Order {
  readonly column: string;
  readonly isDown: boolean;
}

/**
 * The places of the rows that hold the searched text in any cell, in the order asked for: numbers by size, texts as the
 * language orders them, empty cells last both ways. Equal rows keep their order.
 */
export function arrangeRows(
  table: TableData,
  order: Order | undefined,
  searched: string,
  language: string,
): readonly number[] {
  const wanted = searched.trim().toLocaleLowerCase();
  const places: number[] = [];
  for (const [place, row] of table.rows.entries())
    if (wanted === '' || table.columns.some((column) => holds(row[column], wanted))) places.push(place);
  if (!order) return places;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const cells = table.rows.map((row) => row[order.column] ?? null);
  return places.sort((one, other) => {
    const [a, b] = [cells[one] ?? null, cells[other] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one - other;
    const difference =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(cellText(a), cellText(b));
    return (order.isDown ? -difference : difference) || one - other;
  });
}

function holds(cell: JsonValue | undefined, wanted: string): boolean {
  return cellText(cell).toLocaleLowerCase().includes(wanted);
}

/** What the next click on a column's head orders by: up, down, as they came. */
export function nextOrder(order: Order | undefined, column: string): Order | undefined {
  if (order?.column !== column) return { column, isDown: false };
  return order.isDown ? undefined : { column, isDown: true };
}
