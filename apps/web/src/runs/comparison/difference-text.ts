import type { Language } from '@jacquard/flow';
import { formatCount, formatDuration } from '../../values/format-duration.ts';

/** Milliseconds; below it a share of the time says nothing. */
const tellingTime = 50;

/** How much longer the right side took: `+0.4 s (+12 %)`, `−31 ms`; empty where there is nothing to compare. */
export function timeDifference(left: number | undefined, right: number | undefined, language: Language): string {
  if (left === undefined || right === undefined) return '';
  const amount = (value: number): string => formatDuration(value, language);
  return difference(left, right, amount, left < tellingTime ? undefined : language);
}

/** How many more there are at the right: `+38 (+9 %)`. */
export function countDifference(left: number | undefined, right: number | undefined, language: Language): string {
  if (left === undefined || right === undefined) return '';
  return difference(left, right, (value) => formatCount(value, language), language);
}

/** The share of the left one is told in a language, or not at all. */
function difference(
  left: number,
  right: number,
  format: (value: number) => string,
  language: Language | undefined,
): string {
  const by = right - left;
  if (by === 0) return '=';
  const sign = by > 0 ? '+' : '−';
  const amount = `${sign}${format(Math.abs(by))}`;
  if (left === 0 || language === undefined) return amount;
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return `${amount} (${sign}${share.format(Math.abs(by) / left)})`;
}
