import { wordTokens, type WordToken } from '@jacquard/node-kit';
import { findDates } from './find-dates.ts';
import { findTimes } from './find-times.ts';
import { readNumberWords } from './number-words.ts';

/** What a figure in a text means. */
export type ValueKind = 'number' | 'money' | 'percent' | 'date' | 'time' | 'phone';

/** A figure where it stands: `text.slice(start, end)`. */
export interface TextValue {
  readonly kind: ValueKind;
  /**
   * One form for each meaning: numbers with a point for decimals (`35 pence` is 0.35), times in minutes since midnight,
   * dates as `day-month-year` with what is known (`12-4-`, `--1974`), weekdays by their number.
   */
  readonly value: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const phone = /(?<![\p{L}\p{N}])(?:\+\d{1,3}[ .-]?)?(?:\(0\))?0?\d{1,5}(?:[ .-]\d{2,4}){2,5}(?![\p{L}\p{N}])/gu;
const currencyBefore = /[£$€]\s?$/u;
const currencyAfter = /^\s?(?:[£$€]|(?:euros?|pounds?|dollars?|livres? sterling|francs?|eur|gbp|usd|chf)(?!\p{L}))/iu;
const smallCurrency = /^\s?(?:p|pence|penny|cents?|centimes?)(?!\p{L})/iu;
const percentAfter = /^\s?(?:%|per cent|percent|pour cent|p\. 100)/iu;

/** Numbers, sums, shares, dates, times and telephone numbers of a text, in order; none within another. */
export function findValues(text: string, language: string): TextValue[] {
  const taken: TextValue[] = [];
  const add = (values: readonly TextValue[]): void => {
    for (const value of values) if (!taken.some((other) => overlaps(other, value))) taken.push(value);
  };
  add(findPhones(text));
  add(findTimes(text, language));
  add(findDates(text, language));
  add(findNumbers(text, language));
  return taken.sort((one, other) => one.start - other.start);
}

function overlaps(one: TextValue, other: TextValue): boolean {
  return one.start < other.end && other.start < one.end;
}

function findPhones(text: string): TextValue[] {
  return [...text.matchAll(phone)].flatMap((match) => {
    const digits = match[0].replaceAll(/\D/g, '');
    if (digits.length < 9 || digits.length > 15 || !/^[+(]?0|^\+/.test(match[0])) return [];
    return [
      { kind: 'phone', value: digits, written: match[0], start: match.index, end: match.index + match[0].length },
    ];
  });
}

function findNumbers(text: string, language: string): TextValue[] {
  const tokens = wordTokens(text, language);
  const values: TextValue[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const read = readNumber(tokens, index, language, text);
    if (!read) continue;
    values.push(asSum(text, read));
    index += read.count - 1;
  }
  return values;
}

interface ReadNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function readNumber(
  tokens: readonly WordToken[],
  index: number,
  language: string,
  text: string,
): ReadNumber | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  const digits =
    /^\d+(?:\.\d+)?$/.exec(token.folded) ?? /^(\d+(?:\.\d+)?)(?:p|st|nd|rd|th|e|er|ere|eme)$/.exec(token.folded);
  if (digits) {
    const value = Number.parseFloat(digits[0]);
    const end = token.isNumber ? token.end : token.start + (digits[1] ?? '').length;
    return { value, start: token.start, end, count: 1 };
  }
  const row = tokens.slice(index, index + 8);
  const reach = row.findIndex((next, place) => place > 0 && !isTied(text, row[place - 1], next));
  const tied = reach < 0 ? row : row.slice(0, reach);
  const words = readNumberWords(
    tied.map(({ folded }) => folded),
    language,
  );
  const last = words && tied[words.count - 1];
  return words && last ? { value: words.value, start: token.start, end: last.end, count: words.count } : undefined;
}

/** Only space or a hyphen stands between. */
function isTied(text: string, one: WordToken | undefined, other: WordToken): boolean {
  return one !== undefined && /^[\s\u00a0-]*$/u.test(text.slice(one.end, other.start));
}

function asSum(text: string, { value, start, end }: ReadNumber): TextValue {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 20);
  const sum = (kind: ValueKind, worth: number, from: number, length: number): TextValue => ({
    kind,
    value: String(Math.round(worth * 1e6) / 1e6),
    written: text.slice(from, end + length),
    start: from,
    end: end + length,
  });
  const sign = currencyBefore.exec(before);
  if (sign) return sum('money', value, start - sign[0].length, 0);
  const unit = currencyAfter.exec(after);
  if (unit) return sum('money', value, start, unit[0].length);
  const small = smallCurrency.exec(after);
  if (small) return sum('money', value / 100, start, small[0].length);
  const percent = percentAfter.exec(after);
  if (percent) return sum('percent', value, start, percent[0].length);
  return sum('number', value, start, 0);
}
