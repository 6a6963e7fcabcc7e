/** Tickets as a table; every row has a text for every column. */
export interface Tickets {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column that most likely holds the text: that with the longest cells. */
  readonly textColumn: string;
}

/** Separators that a table may have, the likeliest first. */
const separators = ['\t', ';', ',', '|'] as const;

/**
 * Reads what a person pasted or dropped: CSV or cells of a spreadsheet when its first rows agree on more than one column,
 * else one ticket a line. `openQuote`: the row whose quotation mark is never closed.
 */
export function readTickets(text: string, plainColumn: string): Tickets | { readonly openQuote: number } | undefined {
  const plain = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
  if (plain.trim() === '') return undefined;
  for (const separator of separators) {
    const { records, openQuote } = readRecords(plain, separator);
    if (!isTable(records)) continue;
    if (openQuote !== undefined) return { openQuote };
    const [head = [], ...rows] = records;
    const columns = columnNames(head);
    return { columns, rows, textColumn: longestColumn(columns, rows) };
  }
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const [first = '', ...others] = lines;
  const isHead = others.length > 0 && /^[\p{L}\p{N}_-]{1,30}$/u.test(first.trim());
  const column = isHead ? first.trim() : plainColumn;
  return { columns: [column], rows: (isHead ? others : lines).map((line) => [unquote(line)]), textColumn: column };
}

/** The tickets as CSV (RFC 4180), as the flow reads it. */
export function ticketsAsCsv({ columns, rows }: Tickets): string {
  return [columns, ...rows]
    .map((cells) => cells.map(quote).join(','))
    .join('\n')
    .concat('\n');
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function unquote(line: string): string {
  const inner = /^"(.*)"$/u.exec(line.trim())?.[1];
  return inner === undefined ? line.trim() : inner.replaceAll('""', '"');
}

/** The first rows have as many cells as the head, more than one, and the head reads like names. */
function isTable(records: readonly (readonly string[])[]): boolean {
  const [head = [], ...rows] = records.slice(0, 20);
  const named = head.filter((name) => name.trim() !== '' && name.length <= 60).length;
  return head.length > 1 && named === head.length && rows.length > 0 && rows.every((row) => row.length === head.length);
}

interface Records {
  readonly records: readonly (readonly string[])[];
  readonly openQuote: number | undefined;
}

function readRecords(text: string, separator: string): Records {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = readCell(text, at, separator);
    if (cell === undefined) return { records, openQuote: records.length + 1 };
    record.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (record.some((one) => one.trim() !== '')) records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(text.endsWith(separator) ? [...record, ''] : record);
  return { records, openQuote: undefined };
}

/** A cell and where its separator stands; undefined when its quotation mark is never closed. */
function readCell(text: string, at: number, separator: string): { text: string; end: number } | undefined {
  if (text[at] !== '"') {
    const end = nextOf(text, at, separator);
    return { text: text.slice(at, end), end };
  }
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const end = nextOf(text, close + 1, separator);
  return { text: text.slice(at + 1, close).replaceAll('""', '"'), end };
}

function nextOf(text: string, at: number, separator: string): number {
  const found = [text.indexOf(separator, at), text.indexOf('\n', at)].filter((place) => place >= 0);
  return found.length === 0 ? text.length : Math.min(...found);
}

function columnNames(head: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return head.map((given) => {
    const name = given.trim();
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`;
    taken.add(free);
    return free;
  });
}

function longestColumn(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lengths = columns.map((_name, index) =>
    rows.slice(0, 100).reduce((sum, row) => sum + (row[index] ?? '').length, 0),
  );
  return columns[lengths.indexOf(Math.max(...lengths))] ?? '';
}
