import { formatSections, sectionFor, type FormatToken } from './xlsx-format-tokens.ts';
import { writeDate } from './xlsx-date.ts';
import { writeNumber, writeGeneral } from './xlsx-number.ts';
import type { NumberSigns } from './xlsx-signs.ts';

/**
 * A number as its cell shows it (ECMA-376, part 1, 18.8.31): decimals, thousands, percents, currencies, dates, times, codes
 * with zeros in front. Colours, and spaces that only align, are left out. Never throws: a format that says nothing of the
 * kind gives the number itself.
 */
export function writeFormatted(value: number, format: string, signs: NumberSigns, is1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  const { tokens, isSigned } = sectionFor(formatSections(format), value);
  const size = isSigned ? value : Math.abs(value);
  if (tokens.some(({ kind }) => kind === 'date')) return writeDate(value, tokens, signs, is1904);
  if (tokens.some(({ kind }) => kind === 'general')) return around(tokens, writeGeneral(size, signs));
  if (tokens.some(({ kind }) => kind === 'digit')) return writeNumber(size, tokens, signs);
  // A format of words alone ("yes";"no") shows them and no number.
  const words = around(tokens, '').trim();
  return words === '' && format.trim() !== ';;;' ? writeGeneral(size, signs) : words;
}

function around(tokens: readonly FormatToken[], number: string): string {
  return tokens
    .map(({ kind, text }) => (kind === 'general' ? number : kind === 'literal' ? text : ''))
    .join('')
    .trim();
}
