import type { DocumentText } from '../create-document-text.ts';
import { layOutTable, type GridCell, type GridRow } from './office-table.ts';

/** Gathers the rows of a table until something else comes. */
export interface RtfTable {
  /** A row's definition begins. */
  beginRow(): void;
  /** A word of the definition: merged with the cell above or before, or a header. */
  define(word: string): void;
  addText(text: string): void;
  endCell(): void;
  endRow(): void;
  /** Writes what was gathered. */
  flush(): void;
}

interface CellDefinition {
  readonly goesOn: boolean;
  readonly isCovered: boolean;
}

/** See {@link RtfTable}. A table of one column frames text, and is written as that. */
export function createRtfTable(text: DocumentText): RtfTable {
  let rows: GridRow[] = [];
  let definitions: CellDefinition[] = [];
  let next = new Set<string>();
  let isHeader = false;
  let cells: string[] = [];
  let cell = '';
  return {
    beginRow() {
      definitions = [];
      next = new Set();
      isHeader = false;
    },
    define(word) {
      if (word === 'trhdr') isHeader = true;
      else if (word === 'cellx') {
        definitions.push({ goesOn: next.has('clvmrg'), isCovered: next.has('clmrg') });
        next = new Set();
      } else next.add(word);
    },
    addText: (added) => (cell += added),
    endCell() {
      cells.push(cell.trim());
      cell = '';
    },
    endRow() {
      rows.push({ isHeader, cells: joinCovered(cells, definitions) });
      cells = [];
      cell = '';
    },
    flush() {
      if (cell.trim() !== '') cells.push(cell.trim());
      if (cells.length > 0) rows.push({ isHeader: false, cells: joinCovered(cells, []) });
      const done = rows;
      [rows, cells, cell] = [[], [], ''];
      if (done.some((row) => row.cells.length > 1)) text.addTable(layOutTable(done));
      else for (const row of done) for (const { text: said } of row.cells) text.addParagraph(said);
    },
  };
}

/** Cells that the one before covers widen it. */
function joinCovered(cells: readonly string[], definitions: readonly CellDefinition[]): GridCell[] {
  const joined: (GridCell & { columns: number })[] = [];
  for (const [index, text] of cells.entries()) {
    const before = joined.at(-1);
    if (definitions[index]?.isCovered && before) before.columns += 1;
    else joined.push({ text, columns: 1, goesOn: definitions[index]?.goesOn ?? false });
  }
  return joined;
}
