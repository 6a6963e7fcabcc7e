import type { HTMLAttributes } from 'react';
import { readDelimited, writeDelimited } from './delimited.ts';
import { cellText, readCell } from './read-cell.ts';
import { readPastedTable } from './read-pasted-table.ts';
import { cellsOf, clearBlock, isBlank, pasteBlock, type Place } from './table-edits.ts';
import { gridTools } from './grid-tools-of.ts';
import type { TableGridState } from './use-table-grid.ts';

type GridHandlers = Pick<HTMLAttributes<HTMLElement>, 'onKeyDown' | 'onCopy' | 'onCut' | 'onPaste'>;

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -10, column: 0 },
  PageDown: { row: 10, column: 0 },
};

/** The keys and the clipboard of a grid, as people know them from spreadsheets. Nothing of it reaches the canvas. */
export function useGridKeys(state: TableGridState): GridHandlers {
  const { table, block, editing, change, language } = state;
  const copy = (event: React.ClipboardEvent): void => {
    if (editing !== undefined) return;
    const cells = cellsOf(table, block).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    event.clipboardData.setData('text/plain', writeDelimited(cells));
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onKeyDown: (event) => {
      if (editing !== undefined) return;
      // Escape closes the large panel, where the grid stands in one.
      const isLarge = event.currentTarget.closest('[data-covers-canvas]') !== null;
      if (event.key !== 'Escape' || !isLarge) event.stopPropagation();
      if (pressKey(event, state)) event.preventDefault();
    },
    onCopy: copy,
    onCut: (event) => {
      copy(event);
      if (editing === undefined) change(clearBlock(table, block));
    },
    onPaste: (event) => {
      event.stopPropagation();
      const text = event.clipboardData.getData('text/plain');
      const cells = readDelimited(text);
      if (editing !== undefined && !cells) return;
      event.preventDefault();
      const whole = isBlank(table) ? readPastedTable(text, language) : undefined;
      if (whole) change(whole);
      else {
        const read = (cells ?? [[text]]).map((row) => row.map((cell) => readCell(cell, language)));
        change(pasteBlock(table, block.from, read));
      }
      state.goTo(block.from);
    },
  };
}

/** What a key does while no cell is edited; false leaves it to the browser. */
function pressKey(event: React.KeyboardEvent, state: TableGridState): boolean {
  const { table, active, goTo, edit } = state;
  const { key, shiftKey, altKey } = event;
  if (altKey) return pressWithAlt(key, shiftKey, state);
  const isControl = event.ctrlKey || event.metaKey;
  const step = steps[key];
  if (step) {
    const by = isControl ? 100_000 : 1;
    goTo({ row: active.row + step.row * by, column: active.column + step.column * by }, shiftKey);
    return true;
  }
  if (isControl) return pressWithControl(key, state);
  switch (key) {
    case 'Home':
      goTo({ ...active, column: 0 }, shiftKey);
      return true;
    case 'End':
      goTo({ ...active, column: table.columns.length - 1 }, shiftKey);
      return true;
    case 'Enter':
    case 'F2':
      edit(textAt(state));
      return true;
    case 'Tab':
      return pressTab(shiftKey, state);
    case 'Delete':
    case 'Backspace':
      state.change(clearBlock(table, state.block));
      return true;
    default:
      if (key.length !== 1) return false;
      edit(key);
      return true;
  }
}

/** Goes along the row, and out of the grid at its end: Tab never holds anyone. */
function pressTab(isBack: boolean, { table, active, goTo }: TableGridState): boolean {
  const column = active.column + (isBack ? -1 : 1);
  if (column < 0 || column >= table.columns.length) return false;
  goTo({ ...active, column });
  return true;
}

function pressWithControl(key: string, { table, goTo, selectAll, change, block }: TableGridState): boolean {
  const last = { row: table.rows.length - 1, column: table.columns.length - 1 };
  switch (key) {
    case 'Home':
      goTo({ row: 0, column: 0 });
      return true;
    case 'End':
      goTo(last);
      return true;
    case 'a':
      selectAll();
      return true;
    case 'Delete':
      change(clearBlock(table, block));
      return true;
    default:
      return false;
  }
}

function pressWithAlt(key: string, isShift: boolean, state: TableGridState): boolean {
  const tools = gridTools(state);
  const isDelete = key === 'Delete' || key === 'Backspace';
  const tool = isDelete
    ? tools[isShift ? 'drop-column' : 'drop-row']
    : key === 'ArrowDown'
      ? tools['add-row']
      : key === 'ArrowRight'
        ? tools['add-column']
        : undefined;
  tool?.run();
  return tool !== undefined;
}

/** What the active cell holds, as it is edited. */
export function textAt({ table, active, language }: TableGridState): string {
  const column = table.columns[active.column] ?? '';
  return active.row < 0 ? column : cellText(table.rows[active.row]?.[column], language);
}
