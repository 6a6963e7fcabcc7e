import { dropColumn, dropRow, insertColumn, insertRow } from './table-edits.ts';
import type { TableGridState } from './use-table-grid.ts';

/** What changes rows and columns, at the active cell. */
export interface GridTool {
  readonly isPossible: boolean;
  readonly run: () => void;
}

export type GridToolName = 'add-row' | 'drop-row' | 'add-column' | 'drop-column';

/** The tools of a grid: a row below, a column at the right, and both away. */
export function gridTools({ table, active, change, goTo }: TableGridState): Readonly<Record<GridToolName, GridTool>> {
  const { row, column } = active;
  return {
    'add-row': {
      isPossible: true,
      run: () => {
        change(insertRow(table, row + 1));
        goTo({ row: row + 1, column });
      },
    },
    'drop-row': { isPossible: row >= 0, run: () => row >= 0 && change(dropRow(table, row)) },
    'add-column': {
      isPossible: true,
      run: () => {
        change(insertColumn(table, column + 1));
        goTo({ row, column: column + 1 });
      },
    },
    'drop-column': { isPossible: table.columns.length > 1, run: () => change(dropColumn(table, column)) },
  };
}
