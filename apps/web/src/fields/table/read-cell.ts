import type { Cell } from '@jacquard/flow';

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/;
const numberWithComma = /^-?(0|[1-9]\d*),\d+$/;
const words: Readonly<Record<string, boolean>> = { true: true, vrai: true, false: false, faux: false };

/**
 * A cell from what is typed or pasted: numbers (in French with a comma, too), true and false, else text. A leading
 * apostrophe makes a text of anything, as in a spreadsheet. Codes such as `00420` stay texts.
 */
export function readCell(text: string, language: 'en' | 'fr' = 'en'): Cell {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  if (number.test(text)) return Number(text);
  if (language === 'fr' && numberWithComma.test(text)) return Number(text.replace(',', '.'));
  return words[text.toLowerCase()] ?? text;
}

/** A cell as it is typed: read again it gives the same cell. */
export function cellText(cell: Cell | undefined, language: 'en' | 'fr' = 'en'): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  return cell !== '' && readCell(cell, language) !== cell ? `'${cell}` : cell;
}
