import type { DocumentBlock } from '@jacquard/flow';
import { createBlockWriter, type BlockWriter } from './block-writer.ts';
import { cleanCode, cleanLine, cleanLines } from './clean-text.ts';
import type { ReadLimits } from './read-limits.ts';

/** Between the cells of a row, in the text of a table. No cell holds a `|`: it is written as `¦`. */
const cellSeparator = ' | ';

/** A row of a table: its cells, and its number as the file's own program shows it, from 1. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly number: number;
}

/** A table to write. `rows` may be a generator: they are counted against the limits as they come. */
export interface TableParts {
  /** Of its sheet, or its own. Stands in the block alone, not in the text. */
  readonly name?: string | undefined;
  /** Empty where the table has none. */
  readonly header: readonly string[];
  readonly rows: Iterable<TableRow>;
}

/** Writes a document's text and remembers where each block stands. Empty texts and rows add nothing. */
export interface DocumentText {
  /** Level 1 to 6. */
  addHeading(text: string, level: number): void;
  /** Keeps single line breaks. */
  addParagraph(text: string): void;
  /** Without its bullet or number. */
  addListItem(text: string): void;
  /** Keeps spaces and line breaks. */
  addCode(text: string): void;
  /** One line a row, the header first: `cell | cell`, without the empty cells at its end. */
  addTable(table: TableParts): void;
  /** Blocks from here on stand on this page, from 1; undefined where there are none. */
  setPage(page: number | undefined): void;
  /** Blocks from here on were read from a picture, with this mean confidence, 0 to 1; undefined where they weren't. */
  setScanned(confidence: number | undefined): void;
  /** Text so far, in UTF-16 code units. */
  readonly length: number;
  finish(): { readonly text: string; readonly blocks: readonly DocumentBlock[] };
}

/** See {@link DocumentText}. Every `add…` throws `document-too-large` once a limit is passed. */
export function createDocumentText(limits: ReadLimits): DocumentText {
  const writer = createBlockWriter(limits);
  const add = (text: string, parts: ReturnType<Parameters<BlockWriter['block']>[0]>): void =>
    writer.block(() => {
      writer.write(text);
      return parts;
    });
  return {
    addHeading: (text, level) =>
      add(cleanLine(text), { kind: 'heading', level: Math.min(6, Math.max(1, Math.round(level))) }),
    addParagraph: (text) => add(cleanLines(text), { kind: 'paragraph' }),
    addListItem: (text) => add(cleanLines(text), { kind: 'list-item' }),
    addCode: (text) => add(cleanCode(text), { kind: 'code' }),
    addTable: (table) => writeTable(writer, table),
    setPage: (page) => writer.mark({ page }),
    setScanned: (scanned) => writer.mark({ scanned }),
    get length() {
      return writer.length;
    },
    finish: () => writer.finish(),
  };
}

function writeTable(writer: BlockWriter, { name, header, rows }: TableParts): void {
  writer.block(() => {
    const heads = header.map(cleanCell);
    const hasHeader = heads.some((cell) => cell !== '');
    const places: [number, number, number][] = [];
    let lines = 0;
    const writeRow = (cells: readonly string[]): [start: number, end: number] | undefined => {
      writer.countCells(cells.length);
      const line = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1).join(cellSeparator);
      if (line === '') return undefined;
      writer.write(lines === 0 ? line : `\n${line}`);
      lines += 1;
      return [writer.length - line.length, writer.length];
    };
    if (hasHeader) writeRow(heads);
    for (const { cells, number } of rows) {
      const place = writeRow(cells.map(cleanCell));
      if (place) places.push([...place, number]);
    }
    return { kind: 'table', table: { ...(name && { name }), header: hasHeader ? heads : [], rows: places } };
  });
}

function cleanCell(cell: string): string {
  return cleanLine(cell).replaceAll('|', '¦');
}
