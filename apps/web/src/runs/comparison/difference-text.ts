import type { Language } from '@jacquard/flow';
import { formatCount, formatDuration } from '../../values/format-duration.ts';

/** How much longer the right side took: `+0.4 s (+12 %)`, `−31 ms`; empty where there is nothing to compare. */
export function timeDifference(left: number | undefined, right: number | undefined, language: Language): string {
  if (left === undefined || right === undefined) return '';
  return difference(left, right, language, (value) => formatDuration(value, language));
}

/** How many more there are at the right: `+38 (+9 %)`. */
export function countDifference(left: number | undefined, right: number | undefined, language: Language): string {
  if (left === undefined || right === undefined) return '';
  return difference(left, right, language, (value) => formatCount(value, language));
}

function difference(left: number, right: number, language: Language, format: (value: number) => string): string {
  const by = right - left;
  if (by === 0) return '=';
  const sign = by > 0 ? '+' : '−';
  const amount = `${sign}${format(Math.abs(by))}`;
  if (left === 0) return amount;
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return `${amount} (${sign}${share.format(Math.abs(by) / left)})`;
}
