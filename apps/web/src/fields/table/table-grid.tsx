import type { Table } from '@jacquard/flow';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { GridCell } from './grid-cell.tsx';
import { GridTools } from './grid-tools.tsx';
import type { Place } from './table-edits.ts';
import styles from './table-grid.module.css';
import { useGridKeys } from './use-grid-keys.ts';
import { useTableGrid, type TableGridState } from './use-table-grid.ts';

/** Pixels. */
const rowHeight = 28;

interface TableGridProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  /** Fills the large panel. */
  readonly isLarge: boolean;
  readonly table: Table;
  readonly onChange: (table: Table) => void;
}

/**
 * A table as a grid: arrow keys go from cell to cell, typing or Enter edits, blocks are copied and pasted as in a
 * spreadsheet. The grid itself holds the focus and names the active cell, so that rows may come and go while it scrolls:
 * only those in sight are drawn.
 */
export function TableGrid(props: TableGridProps): React.ReactElement {
  const { id, labelledBy, describedBy, isLarge, table, onChange } = props;
  const { t } = useTexts();
  const grid = useRef<HTMLDivElement>(null);
  const state = useTableGrid(table, onChange, () => grid.current?.focus({ preventScroll: true }));
  const keys = useGridKeys(state);
  const rows = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    scrollMargin: rowHeight,
    overscan: 6,
  });
  useActiveInSight(grid, state.active, rows.scrollToIndex);
  const template = `36px repeat(${table.columns.length}, minmax(104px, 1fr))`;
  return (
    <div>
      <div
        ref={grid}
        id={id}
        className={styles.grid}
        data-large={isLarge}
        role="grid"
        tabIndex={0}
        aria-labelledby={labelledBy}
        aria-describedby={[describedBy, `${id}-keys`].filter(Boolean).join(' ')}
        aria-rowcount={table.rows.length + 1}
        aria-colcount={table.columns.length}
        aria-multiselectable
        aria-activedescendant={`${id}-active`}
        {...keys}
      >
        <GridRow gridId={id} state={state} row={-1} style={{ gridTemplateColumns: template }} />
        <div role="presentation" style={{ position: 'relative', height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={index}
              gridId={id}
              state={state}
              row={index}
              style={{ gridTemplateColumns: template, position: 'absolute', top: start - rowHeight }}
            />
          ))}
        </div>
      </div>
      <GridTools state={state} />
      <span id={`${id}-keys`} className={styles.keys}>
        {t('editing.table-keys')}
      </span>
    </div>
  );
}

interface GridRowProps {
  readonly gridId: string;
  readonly state: TableGridState;
  /** -1: the names of the columns. */
  readonly row: number;
  readonly style: React.CSSProperties;
}

function GridRow({ gridId, state, row, style }: GridRowProps): React.ReactElement {
  const { columns, rows } = state.table;
  return (
    <div className={styles.row} data-head={row < 0} role="row" aria-rowindex={row + 2} style={style}>
      <span className={styles.number} aria-hidden>
        {row < 0 ? '' : row + 1}
      </span>
      {columns.map((column, at) => (
        <GridCell
          key={column}
          gridId={gridId}
          state={state}
          place={{ row, column: at }}
          cell={row < 0 ? column : (rows[row]?.[column] ?? null)}
        />
      ))}
    </div>
  );
}

/** The active cell is scrolled to as it moves, also sideways. */
function useActiveInSight(
  grid: React.RefObject<HTMLDivElement | null>,
  { row, column }: Place,
  scrollToRow: (row: number) => void,
): void {
  useEffect(() => {
    const area = grid.current;
    if (!area?.contains(document.activeElement)) return;
    if (row >= 0) scrollToRow(row);
    const cell = area.querySelector(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [grid, row, column, scrollToRow]);
}
