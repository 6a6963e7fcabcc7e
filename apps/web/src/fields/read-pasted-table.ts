import type { Cell, Table } from '@jacquard/flow';

/** Cells as a spreadsheet puts them on the clipboard: rows by line breaks, cells by tabs, the first row the columns. */
export function readPastedTable(text: string): Table | undefined {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
  if (!text.includes('\t') || lines.length < 2) return undefined;
  const [head = [], ...body] = lines.map((line) => line.split('\t'));
  const columns = head.map((name, index) =>
    name.trim() === '' || head.indexOf(name) < index ? `C${index + 1}` : name.trim(),
  );
  const rows = body.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, readCell(cells[index] ?? '')])),
  );
  return { columns, rows };
}

function readCell(text: string): Cell {
  if (text === '') return null;
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text;
}
