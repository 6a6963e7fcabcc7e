import type { Cell } from '@jacquard/flow';
import { useRef } from 'react';
import type { Place } from './table-edits.ts';
import styles from './table-grid.module.css';
import { textAt } from './use-grid-keys.ts';
import type { TableGridState } from './use-table-grid.ts';

interface GridCellProps {
  readonly gridId: string;
  readonly state: TableGridState;
  readonly place: Place;
  readonly cell: Cell;
}

/** One cell: its value by its kind, or the field that edits it. */
export function GridCell({ gridId, state, place, cell }: GridCellProps): React.ReactElement {
  const { active, block, editing, goTo, edit } = state;
  const { row, column } = place;
  const isActive = active.row === row && active.column === column;
  const isSelected =
    row >= block.from.row && row <= block.to.row && column >= block.from.column && column <= block.to.column;
  return (
    <div
      {...(isActive && { id: `${gridId}-active` })}
      className={styles.cell}
      role={row < 0 ? 'columnheader' : 'gridcell'}
      tabIndex={-1}
      aria-colindex={column + 1}
      aria-selected={isSelected}
      data-active={isActive}
      data-kind={typeof cell}
      onMouseDown={(event) => {
        if (isActive && editing !== undefined) return;
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
        goTo(place, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && editing === undefined) goTo(place, true);
      }}
      onDoubleClick={() => edit(textAt(state))}
    >
      {isActive && editing !== undefined ? (
        <CellEditor state={state} from={editing} />
      ) : cell === null ? (
        ''
      ) : (
        String(cell)
      )}
    </div>
  );
}

function CellEditor({ state, from }: { readonly state: TableGridState; readonly from: string }): React.ReactElement {
  const hasEnded = useRef(false);
  const end = (text: string | undefined, by: Place): void => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    state.endEdit(text, by);
  };
  return (
    <input
      className={styles.editor}
      // Editing was asked for by a key or a double click: the field is where the person is.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      aria-label={state.table.columns[state.active.column]}
      defaultValue={from}
      onBlur={(event) => end(event.currentTarget.value, { row: 0, column: 0 })}
      onKeyDown={(event) => {
        event.stopPropagation();
        const text = event.currentTarget.value;
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') end(undefined, { row: 0, column: 0 });
        else if (event.key === 'Enter') end(text, { row: event.shiftKey ? -1 : 1, column: 0 });
        else if (event.key === 'Tab') end(text, { row: 0, column: event.shiftKey ? -1 : 1 });
        else return;
        event.preventDefault();
      }}
    />
  );
}
