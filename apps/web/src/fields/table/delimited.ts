/**
 * Cells of a text as spreadsheets put it on the clipboard (tabs) or as files hold it (RFC 4180, commas or semicolons):
 * quoted cells keep their line breaks and separators. Undefined for a text that has no cells. Linear in the text.
 */
export function readDelimited(text: string): readonly (readonly string[])[] | undefined {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replace(/\n$/, '');
  const separator = separatorOf(plain);
  return separator === undefined ? undefined : splitCells(plain, separator);
}

/** Cells as text with tabs; what would break it is quoted. */
export function writeDelimited(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

function quoted(cell: string): string {
  return /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Tabs, where there are any; else a comma or semicolon that stands equally often in every line of several. */
function separatorOf(text: string): string | undefined {
  if (text.includes('\t')) return '\t';
  return [';', ','].find((separator) => {
    const rows = splitCells(text, separator);
    const width = rows[0]?.length ?? 0;
    return rows.length > 1 && width > 1 && rows.every((row) => row.length === width);
  });
}

function splitCells(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    rows.at(-1)?.push(cell);
    if (end >= text.length) return rows;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
    if (at >= text.length) {
      rows.at(-1)?.push('');
      return rows;
    }
  }
}

interface ReadCell {
  readonly cell: string;
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): ReadCell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { cell: text.slice(start, end), end };
}

/** A cell in quotes; one whose quotes don't close, or end in its midst, is read as it stands. */
function quotedCell(text: string, start: number, separator: string): ReadCell {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return plainCell(text, start, separator);
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    if (next !== undefined && next !== separator && next !== '\n') return plainCell(text, start, separator);
    return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
}
