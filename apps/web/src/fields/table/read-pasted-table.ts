import type { Table } from '@jacquard/flow';
import { readDelimited } from './delimited.ts';
import { readCell } from './read-cell.ts';

/** A whole table from the clipboard: cells of a spreadsheet or of a file, the first row the columns. */
export function readPastedTable(text: string, language: 'en' | 'fr' = 'en'): Table | undefined {
  const lines = readDelimited(text);
  if (!lines || lines.length < 2) return undefined;
  const [head = [], ...body] = lines;
  const columns = head.map((name, index) =>
    name.trim() === '' || head.indexOf(name) < index ? `C${index + 1}` : name.trim(),
  );
  const rows = body.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, readCell(cells[index] ?? '', language)])),
  );
  return { columns, rows };
}
