import { cellText, type TableData } from '../table/table-data.ts';
import type { JsonValue } from '@jacquard/flow';

/** What makes a spreadsheet take a text for a formula (OWASP, "CSV injection"): the text may come from a model or a web page. */
const formula = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;
const number = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A table as CSV (RFC 4180): lines end with CRLF, a mark of byte order lets spreadsheets read accents. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it, in heads, too; numbers stay numbers.
 */
export function toCsv({ columns, rows }: TableData): string {
  const lines = [columns.map((column) => cell(column)).join(',')];
  for (const row of rows) lines.push(columns.map((column) => cell(row[column])).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(value: JsonValue | undefined): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = cellText(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
