import { cellText, type TableData } from '../table/table-data.ts';

/** What of a table can be drawn: columns of numbers, and those that name the rows. */
export interface ChartColumns {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

/** Columns whose filled cells are all numbers, two at least; the others may name the rows. */
export function chartColumns({ columns, rows }: TableData): ChartColumns {
  const numbers: string[] = [];
  const names: string[] = [];
  for (const column of columns) {
    let filled = 0;
    let isNumeric = true;
    let isPlain = true;
    for (const row of rows) {
      const cell = row[column] ?? null;
      if (cell === null) continue;
      filled += 1;
      if (typeof cell !== 'number') isNumeric = false;
      if (typeof cell === 'object') isPlain = false;
    }
    if (isNumeric && filled > 1) numbers.push(column);
    else if (isPlain && filled > 0) names.push(column);
  }
  return { numbers, names };
}

/** Numbers to draw, with what each is called. */
export interface ChartPoint {
  readonly name: string;
  readonly value: number | null;
}

/**
 * A column as points. Of very many rows every n-th range is drawn by its mean: a screen has no more places, and a chart
 * must not take the page down.
 */
export function chartPoints(table: TableData, column: string, names: string | undefined, most = 500): ChartPoint[] {
  const { rows } = table;
  const size = Math.max(1, Math.ceil(rows.length / most));
  const points: ChartPoint[] = [];
  for (let from = 0; from < rows.length; from += size) {
    const range = rows.slice(from, from + size);
    const values = range.map((row) => row[column]).filter((cell) => typeof cell === 'number');
    const named = names === undefined ? undefined : range[0]?.[names];
    points.push({
      name: named === undefined || named === null ? String(from + 1) : cellText(named),
      value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    });
  }
  return points;
}
