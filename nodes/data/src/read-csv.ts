import { Problem, type Cell, type Table } from '@jacquard/node-kit';

const delimiters = { auto: '', comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/**
 * Reads CSV (RFC 4180, with any of the usual separators). A quotation mark that is never closed is `csv-quote-open`: it
 * would swallow the rest of the file.
 */
export async function readCsv(text: string, delimiter: keyof typeof delimiters, header: boolean): Promise<Table> {
  const { default: papaparse } = await import('papaparse');
  const { data, errors, meta } = papaparse.parse<string[]>(text.replace(/^\uFEFF/u, ''), {
    delimiter: delimiters[delimiter],
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) throw new Problem('csv-quote-open', { row: (open.row ?? 0) + 1 });
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = uniqueNames(header ? (data[0] ?? []) : [], width);
  const body = header ? data.slice(1) : data;
  const textOf = meta.delimiter === '|' ? trimmedCell : textCell;
  const readers = columns.map((_name, index) => readerOf(body, index, meta.delimiter !== ',', textOf));
  return {
    columns,
    rows: body.map((row) =>
      Object.fromEntries(columns.map((name, index) => [name, (readers[index] ?? textOf)(row[index] ?? '')])),
    ),
  };
}

function uniqueNames(names: readonly string[], width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_item, index) => {
    const name = names[index]?.trim() || `column ${index + 1}`;
    let unique = name;
    for (let count = 2; used.has(unique); count++) unique = `${name} (${count})`;
    used.add(unique);
    return unique;
  });
}

const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;
const commaNumber = /^-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,15})?$/u;

/** A column's cells are numbers if all are that hold anything. */
function readerOf(
  rows: readonly string[][],
  index: number,
  takesComma: boolean,
  textOf: (text: string) => Cell,
): (text: string) => Cell {
  const form = takesComma ? commaNumber : plainNumber;
  const filled = rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => form.test(cell)) ? numberCell : textOf;
}

function numberCell(text: string): Cell {
  return text.trim() === '' ? null : Number(text.trim().replace(',', '.'));
}

function textCell(text: string): Cell {
  return text.trim() === '' ? null : text;
}

/** Between bars, spaces are the table's look and none of the cell. */
function trimmedCell(text: string): Cell {
  return textCell(text.trim());
}
