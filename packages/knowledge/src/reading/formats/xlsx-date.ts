import type { FormatToken } from './xlsx-format-tokens.ts';
import type { NumberSigns } from './xlsx-signs.ts';
import { writeGeneral } from './xlsx-number.ts';

const day = 86_400_000;
const lastSerial = 2_958_466;

/** Days of which a workbook counts: from 1899-12-30, since it takes 1900 for a leap year, or from 1904-01-01. */
export function writeDate(serial: number, tokens: readonly FormatToken[], signs: NumberSigns, is1904: boolean): string {
  const isElapsed = tokens.some(({ kind, text }) => kind === 'date' && text.startsWith('['));
  if ((serial < 0 && !isElapsed) || Math.abs(serial) >= lastSerial) return writeGeneral(serial, signs);
  const smallest = tokens.some(({ kind, text }) => kind === 'date' && /[.,]/.test(text)) ? 1 : 1_000;
  const time = Math.round((serial * day) / smallest) * smallest;
  // Before the day that never was (1900-02-29), days are one later than counted.
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const parts = { date: new Date(start + time), time, language: languageOf(tokens) ?? signs.language ?? 'en' };
  const isHalfDay = tokens.some(({ kind, text }) => kind === 'date' && text.startsWith('a'));
  return tokens
    .map((token, index) =>
      token.kind === 'date'
        ? writePart(isMinutes(tokens, index) ? token.text.replaceAll('m', 'n') : token.text, parts, isHalfDay)
        : token.kind === 'language' || token.kind === 'text'
          ? ''
          : token.text,
    )
    .join('')
    .trim();
}

interface DateParts {
  readonly date: Date;
  readonly time: number;
  readonly language: string;
}

/** Writes one code; `n` stands for minutes, which have the letter of months. */
function writePart(code: string, { date, time, language }: DateParts, isHalfDay: boolean): string {
  const hour = date.getUTCHours();
  const [sign] = code;
  if (sign === '[') return elapsed(code, time);
  if (sign === 'y') return String(date.getUTCFullYear()).slice(code.length <= 2 ? -2 : 0);
  if (sign === 'm')
    return code.length <= 2 ? pad(date.getUTCMonth() + 1, code) : named(date, language, 'month', code.length);
  if (sign === 'd')
    return code.length <= 2 ? pad(date.getUTCDate(), code) : named(date, language, 'weekday', code.length);
  if (sign === 'h') return pad(isHalfDay ? hour % 12 || 12 : hour, code);
  if (sign === 'n') return pad(date.getUTCMinutes(), code);
  if (sign === 'a') return (hour < 12 ? 'AM' : 'PM').slice(0, code.length > 3 ? 2 : 1);
  const [seconds = '', fraction = ''] = code.split(/[.,]/);
  const written = pad(date.getUTCSeconds(), seconds);
  const mark = code.includes(',') ? ',' : '.';
  return fraction === ''
    ? written
    : `${written}${mark}${pad(date.getUTCMilliseconds(), '000').slice(0, fraction.length)}`;
}

/** `[h]:mm` counts hours past the day's end. */
function elapsed(code: string, time: number): string {
  const unit = code[1] === 'h' ? day / 24 : code[1] === 'm' ? 60_000 : 1_000;
  const sign = time < 0 ? '-' : '';
  return `${sign}${pad(Math.floor(Math.abs(time) / unit), code.slice(1, -1))}`;
}

/** mmm, mmmm and mmmmm: short, long, first letter; ddd and dddd the same of weekdays. A month has the form of a date ("12 mars"). */
function named(date: Date, language: string, part: 'month' | 'weekday', length: number): string {
  const form = length === 3 ? 'short' : length === 5 ? 'narrow' : 'long';
  const written = formatOf(language, part, form);
  return written.formatToParts(date).find(({ type }) => type === part)?.value ?? '';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a thousand uses of it. */
function formatOf(language: string, part: 'month' | 'weekday', form: 'short' | 'long' | 'narrow'): Intl.DateTimeFormat {
  const key = `${language} ${part} ${form}`;
  const known = formats.get(key);
  if (known) return known;
  const options = { [part]: form, ...(part === 'month' && { day: 'numeric' as const }), timeZone: 'UTC' };
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}

/** An `m` beside hours or seconds. */
function isMinutes(tokens: readonly FormatToken[], index: number): boolean {
  const token = tokens[index];
  if (!token || !/^m{1,2}$/.test(token.text)) return false;
  const before = tokens.slice(0, index).findLast(({ kind }) => kind === 'date');
  const after = tokens.slice(index + 1).find(({ kind }) => kind === 'date');
  return /^\[?h/.test(before?.text ?? '') || /^\[?s/.test(after?.text ?? '');
}

function pad(value: number, code: string): string {
  return String(value).padStart(code.length, '0');
}

/** The primary language of a Windows locale (MS-LCID): its low ten bits. */
const languages: Readonly<Record<number, string>> = {
  0x07: 'de',
  0x09: 'en',
  0x0a: 'es',
  0x0c: 'fr',
  0x10: 'it',
  0x13: 'nl',
  0x15: 'pl',
  0x16: 'pt',
};

function languageOf(tokens: readonly FormatToken[]): string | undefined {
  const place = tokens.find(({ kind }) => kind === 'language')?.text ?? '';
  if (/^[a-z]{2}(?:-|$)/i.test(place)) return place.slice(0, 2).toLowerCase();
  const code = Number.parseInt(place, 16);
  // F800 and F400 mean "as the system has it".
  return Number.isNaN(code) || code >= 0xf000 ? undefined : languages[code & 0x3ff];
}
