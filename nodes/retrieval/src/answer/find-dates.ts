import { foldWord } from '@jacquard/node-kit';
import type { TextValue } from './find-values.ts';

const months = numbered(
  'january february march april may june july august september october november december',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
);
const weekdays = numbered(
  'monday tuesday wednesday thursday friday saturday sunday',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
);

function numbered(...lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((list) => list.split(' ').map((word, index) => [word, index + 1] as const)));
}

const monthName =
  'january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre';
const weekdayName =
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?';
const year = String.raw`(?:1[0-9]|20)\d{2}(?!\d|[.,]\d)`;
const edge = String.raw`(?<![\p{L}\p{N}£$€])`;
const end = String.raw`(?![\p{L}\p{N}])`;

const dayMonth = new RegExp(
  String.raw`${edge}(\d{1,2})(?:st|nd|rd|th|er)?(?: of)? (${monthName})(?:,? (${year}))?${end}`,
  'giu',
);
const monthDay = new RegExp(String.raw`${edge}(${monthName}) (\d{1,2})(?:st|nd|rd|th)?(?:,? (${year}))?${end}`, 'giu');
const monthYear = new RegExp(String.raw`${edge}(${monthName})(?:,? (${year}))?${end}`, 'giu');
const plainYear = new RegExp(String.raw`${edge}(${year})${end}`, 'gu');
const weekday = new RegExp(String.raw`${edge}(${weekdayName})${end}`, 'giu');
const numeric =
  /(?<![\d./-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d./-])|(?<![\d./-])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d./-])/gu;

/** Dates, months, years and weekdays of a text; see `TextValue.value` for their form. `may` and `march` count with a capital only. */
export function findDates(text: string, language: string): TextValue[] {
  const found: TextValue[] = [];
  const add = (match: RegExpMatchArray, value: string): void => {
    const start = match.index ?? 0;
    const stop = start + match[0].length;
    if (found.some((other) => other.start < stop && start < other.end)) return;
    found.push({ kind: 'date', value, written: match[0], start, end: stop });
  };
  for (const match of text.matchAll(numeric)) add(match, numericDate(match));
  for (const match of text.matchAll(dayMonth)) {
    if (!isOtherWord(match[2], language)) add(match, dateOf(match[1], match[2], match[3]));
  }
  for (const match of text.matchAll(monthDay)) {
    if (!isOtherWord(match[1], language)) add(match, dateOf(match[2], match[1], match[3]));
  }
  for (const match of text.matchAll(monthYear)) {
    if (isMonth(match, text, language)) add(match, dateOf('', match[1], match[2]));
  }
  for (const match of text.matchAll(weekday))
    add(match, `weekday ${weekdays.get(foldWord(match[1] ?? '').replace(/s$/, ''))}`);
  for (const match of text.matchAll(plainYear)) if (!isCount(text, match)) add(match, `--${match[1]}`);
  return found;
}

/** `1,500` and `2000 books` are counts; a year stands alone or after a word that asks for one. */
function isCount(text: string, match: RegExpMatchArray): boolean {
  const after = text.slice((match.index ?? 0) + match[0].length);
  const before = text.slice(0, match.index);
  if (/^\s?(?:[£$€%]|euros?|pounds?|pence)/iu.test(after)) return true;
  if (/(?:\bin|\bsince|\bfrom|\buntil|\bto|\bof|\bby|\ben|\bdepuis|\bde|\bavant|\baprès|\bà|,) $/iu.test(before))
    return false;
  return (
    /^ \p{Ll}{3,}/u.test(after) && !/^ (?:and|until|when|with|for|the|et|par|avec|pour|lorsque|dans)\b/iu.test(after)
  );
}

/** The English verb `may` (also where it leads a question: `May I`) and the noun `march` are no months. */
function isMonth(match: RegExpMatchArray, text: string, language: string): boolean {
  if (match[2] !== undefined || language !== 'en') return true;
  const after = text.slice((match.index ?? 0) + match[0].length);
  return (
    /^\p{Lu}/u.test(match[0]) &&
    !/^ (?:i|we|you|they|he|she|it|one|people|children|the|a|my|our|be)(?!\p{L})/iu.test(after)
  );
}

/** `15 may borrow`: in English, months begin with a capital. */
function isOtherWord(written: string | undefined, language: string): boolean {
  return language === 'en' && /^(?:may|march)$/.test(written ?? '');
}

function dateOf(day = '', month = '', year = ''): string {
  return `${day === '' ? '' : Number(day)}-${months.get(foldWord(month)) ?? ''}-${year}`;
}

function numericDate([, isoYear, isoMonth, isoDay, day, month, plain]: RegExpMatchArray): string {
  if (isoYear !== undefined) return `${Number(isoDay)}-${Number(isoMonth)}-${isoYear}`;
  return `${Number(day)}-${Number(month)}-${plain}`;
}
