import type { TableRow } from '../create-document-text.ts';

const longestQuoted = 200_000;

/**
 * The rows of a CSV text (RFC 4180) one by one, numbered as a spreadsheet shows them: empty lines count, a cell with line
 * breaks is in one row. A quote that nothing closes, or that stands within a cell, is a sign like others.
 */
export function* csvRows(text: string, delimiter: string): Generator<TableRow, void, void> {
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const cells: string[] = [];
    let isRowOpen = true;
    while (isRowOpen) {
      const cell =
        text[at] === '"'
          ? (quotedCell(text, at, delimiter) ?? plainCell(text, at, delimiter))
          : plainCell(text, at, delimiter);
      cells.push(cell.content);
      isRowOpen = text[cell.end] === delimiter;
      at = cell.end + 1;
    }
    yield { cells, number };
  }
}

/** A cell's content, and where the sign that ends it stands. */
interface Cell {
  readonly content: string;
  readonly end: number;
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== delimiter) end += 1;
  return { content: text.slice(start, end), end };
}

/** Undefined when the quotes don't close before the cell ends. */
function quotedCell(text: string, start: number, delimiter: string): Cell | undefined {
  let content = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || quote - start > longestQuoted) return undefined;
    content += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1];
      return next === undefined || next === '\n' || next === delimiter ? { content, end: quote + 1 } : undefined;
    }
    content += '"';
    from = quote + 2;
  }
}
