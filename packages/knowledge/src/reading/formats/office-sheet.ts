import type { DocumentText, TableRow } from '../create-document-text.ts';
import { guessHeader } from './csv-header.ts';

const lookedAhead = 20;
const namesTold = 20;

/**
 * Writes a sheet as its tables and the lines between them. Lines of one cell above a table are its title, and go into its
 * name (the sheet's first ones even over a blank row); a table goes on over blank rows unless what follows is a title or a header of its own. Columns that are empty on the
 * left are dropped. Rows are taken as they are needed: a sheet is never held whole.
 */
export function writeSheet(text: DocumentText, rows: Iterable<TableRow>, name?: string): void {
  const source = createLookahead(rows);
  for (let isFirst = true; ; isFirst = false) {
    source.skipBlank();
    const ahead = source.peek();
    if (ahead.length === 0) return;
    if (isTitle(ahead)) {
      const titles = [...takeTitles(source)];
      for (const title of titles) text.addParagraph(title);
      if (isFirst) source.skipBlank();
      const after = source.peek();
      if (after.length > 0 && !isBlank(after[0]) && !isTitle(after)) writeTable(text, source, nameOf(name, titles[0]));
    } else {
      writeTable(text, source, name);
    }
  }
}

function nameOf(sheet: string | undefined, title: string | undefined): string | undefined {
  const parts = [sheet, title].filter((part) => part !== undefined && part.length <= 120);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function writeTable(text: DocumentText, source: Lookahead, name: string | undefined): void {
  const ahead = source.peek().map(({ cells }) => cells);
  const offset = Math.min(...ahead.filter((row) => filledIn(row) > 0).map(firstFilled));
  const [first = [], second = [], ...below] = ahead.map((row) => shift(row, offset));
  let header: string[] = [];
  if (guessHeader(first, [second, ...below].filter(hasText), { isLikely: true })) {
    header = first;
    source.take();
  } else if (
    isGroupRow(first, second) &&
    guessHeader(underGroups(first, second), below.filter(hasText), { isLikely: true })
  ) {
    header = underGroups(first, second);
    source.take();
    source.take();
  }
  text.addTable({ name, header, rows: tableRows(source, offset) });
}

function* tableRows(source: Lookahead, offset: number): Generator<TableRow, void, void> {
  for (;;) {
    const row = source.take();
    if (!row) return;
    if (!isBlank(row)) {
      yield { cells: shift(row.cells, offset), number: row.number };
      continue;
    }
    source.skipBlank();
    if (beginsAnew(source.peek())) return;
  }
}

/** Whether what follows a blank row is no more of the table: a title, a remark, or a header over figures. */
function beginsAnew(ahead: readonly TableRow[]): boolean {
  if (isTitle(ahead)) return true;
  const [first, ...below] = ahead.map(({ cells }) => cells);
  return first !== undefined && guessHeader(first, below.filter(hasText), { isLikely: false });
}

/** A line of one cell, alone or above rows that have more; several lines may stand together. */
function isTitle(ahead: readonly TableRow[]): boolean {
  const [first] = ahead;
  if (!first || filledIn(first.cells) !== 1) return false;
  const next = ahead.find(({ cells }) => filledIn(cells) !== 1);
  return next === undefined ? ahead.length === 1 : filledIn(next.cells) > 1 || ahead[1] === next;
}

function* takeTitles(source: Lookahead): Generator<string, void, void> {
  for (let row = source.peek()[0]; row && filledIn(row.cells) === 1; row = source.peek()[0]) {
    yield row.cells.find((cell) => cell.trim() !== '') ?? '';
    source.take();
  }
}

/** A row above the header that names groups of columns. */
function isGroupRow(first: readonly string[], second: readonly string[]): boolean {
  return (
    filledIn(first) > 1 &&
    filledIn(first) < filledIn(second) &&
    first.every((cell) => !/^[\d\s.,%€$£-]{5,}$/.test(cell))
  );
}

/** "2023" over "Books" and "Films" gives "2023 Books" and "2023 Films". */
function underGroups(groups: readonly string[], names: readonly string[]): string[] {
  let group = '';
  return names.map((name, column) => {
    group = groups[column]?.trim() || group;
    const own = name.trim();
    return own === '' || own === group ? group : `${group} ${own}`.trim();
  });
}

/** Drops columns on the left; what stands there all the same goes into the first cell that is kept. */
function shift(cells: readonly string[], offset: number): string[] {
  if (offset === 0) return [...cells];
  const before = cells.slice(0, offset).filter((cell) => cell.trim() !== '');
  const [first = '', ...rest] = cells.slice(offset);
  return [[...before, first].join(' ').trim(), ...rest];
}

function isBlank(row: TableRow | undefined): boolean {
  return row !== undefined && !hasText(row.cells);
}

function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function firstFilled(cells: readonly string[]): number {
  return cells.findIndex((cell) => cell.trim() !== '');
}

/** Rows that can be looked at before they are taken. */
interface Lookahead {
  /** The next rows, up to 20, the next one first; none at the end. */
  peek(): readonly TableRow[];
  take(): TableRow | undefined;
  skipBlank(): void;
}

function createLookahead(rows: Iterable<TableRow>): Lookahead {
  const iterator = rows[Symbol.iterator]();
  const buffer: TableRow[] = [];
  let isOver = false;
  const fill = (count: number): void => {
    while (!isOver && buffer.length < count) {
      const next = iterator.next();
      if (next.done) isOver = true;
      else buffer.push(next.value);
    }
  };
  return {
    peek() {
      fill(lookedAhead);
      return buffer;
    },
    take() {
      fill(1);
      return buffer.shift();
    },
    skipBlank() {
      fill(1);
      while (isBlank(buffer[0])) {
        buffer.shift();
        fill(1);
      }
    },
  };
}

/** Sheets that nobody sees aren't read, and that is said. */
export function hiddenSheets(names: readonly string[]): { code: string; params: { count: number; names: string } }[] {
  if (names.length === 0) return [];
  return [{ code: 'sheets-hidden', params: { count: names.length, names: names.slice(0, namesTold).join(', ') } }];
}
