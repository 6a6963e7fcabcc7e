import type { Language, Table } from '@jacquard/flow';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { readCell } from './read-cell.ts';
import { blockOf, setCell, type Block, type Place } from './table-edits.ts';

/** A grid while a person is in it. */
export interface TableGridState {
  readonly table: Table;
  readonly language: Language;
  readonly active: Place;
  /** The active cell and what is selected with it. */
  readonly block: Block;
  /** What the active cell is edited from; undefined while it isn't. */
  readonly editing: string | undefined;
  readonly change: (table: Table) => void;
  /** Goes to a place, kept within the table; with `isExtending` the other corner of the selection stays. */
  readonly goTo: (place: Place, isExtending?: boolean) => void;
  readonly selectAll: () => void;
  /** Edits the active cell, from this text on. */
  readonly edit: (text: string) => void;
  /** Ends editing: takes the text over, unless it is undefined, and goes on by so many rows and columns. */
  readonly endEdit: (text: string | undefined, by: Place) => void;
}

/** What a grid knows: the active cell, the block that is selected, and the cell that is edited. */
export function useTableGrid(table: Table, onChange: (table: Table) => void, focusGrid: () => void): TableGridState {
  const { language } = useTexts();
  const [wanted, setActive] = useState<Place>({ row: 0, column: 0 });
  const [corner, setCorner] = useState<Place>();
  const [editing, setEditing] = useState<string>();
  const active = within(table, wanted);
  const goTo = (place: Place, isExtending = false): void => {
    setCorner(isExtending ? (corner ?? active) : undefined);
    setActive(place);
    setEditing(undefined);
  };
  return {
    table,
    language,
    active,
    block: blockOf(active, within(table, corner ?? active)),
    editing,
    change: onChange,
    goTo,
    selectAll: () => {
      setCorner({ row: 0, column: 0 });
      setActive({ row: table.rows.length - 1, column: table.columns.length - 1 });
    },
    edit: (text) => {
      setCorner(undefined);
      setEditing(text);
    },
    endEdit: (text, by) => {
      if (editing === undefined) return;
      if (text !== undefined) {
        const next = setCell(table, active, active.row < 0 ? text.trim() : readCell(text, language));
        onChange(next);
      }
      setEditing(undefined);
      goTo({ row: active.row + by.row, column: active.column + by.column });
      focusGrid();
    },
  };
}

function within({ columns, rows }: Table, { row, column }: Place): Place {
  return {
    row: Math.max(-1, Math.min(row, rows.length - 1)),
    column: Math.max(0, Math.min(column, columns.length - 1)),
  };
}
