import { composeAccents } from './compose-accents.ts';
import type { Segment } from './page-layout.ts';
import type { PlacedString } from './page-strings.ts';

/** In parts of the letters' size: with a wider gap two strings are two words. */
const wordGap = 0.13;

/**
 * Joins the strings of a page to segments: those of one baseline, without a gap between them that is wider than
 * `segmentGap`, in parts of the letters' size.
 */
export function joinStrings(
  strings: readonly PlacedString[],
  isMono: (font: string) => boolean,
  segmentGap = 0.8,
): Segment[] {
  return baselinesOf(strings).flatMap((row) => groupBaseline(row, segmentGap).map((group) => toSegment(group, isMono)));
}

/** Strings that stand on one line: they overlap by more than half of the smaller's height (so raised notes belong to it). */
function baselinesOf(strings: readonly PlacedString[]): PlacedString[][] {
  const rows: { reference: PlacedString; strings: PlacedString[] }[] = [];
  for (const string of strings.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.slice(-4).findLast(({ reference }) => overlap(reference, string) > 0.5);
    if (!row) rows.push({ reference: string, strings: [string] });
    else {
      row.strings.push(string);
      if (string.size > row.reference.size) row.reference = string;
    }
  }
  return rows.map((row) => row.strings);
}

function overlap(first: PlacedString, second: PlacedString): number {
  const top = Math.max(first.baseline - first.size * 0.75, second.baseline - second.size * 0.75);
  const bottom = Math.min(first.baseline + first.size * 0.2, second.baseline + second.size * 0.2);
  return (bottom - top) / (Math.min(first.size, second.size) * 0.95);
}

function groupBaseline(row: readonly PlacedString[], segmentGap: number): PlacedString[][] {
  const groups: PlacedString[][] = [];
  let group: PlacedString[] = [];
  let right = -Infinity;
  for (const string of row.toSorted((a, b) => a.left - b.left)) {
    const last = group.at(-1);
    if (last && isTwin(last, string)) continue;
    if (last && string.left - right > segmentGap * Math.min(last.size, string.size)) {
      groups.push(group);
      group = [];
    }
    right = group.length > 0 ? Math.max(right, string.right) : string.right;
    group.push(string);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Drawn twice, a little apart, to look bold. */
function isTwin(first: PlacedString, second: PlacedString): boolean {
  return first.text === second.text && Math.abs(first.left - second.left) < first.size * 0.1;
}

function toSegment(strings: readonly PlacedString[], isMono: (font: string) => boolean): Segment {
  const main = strings.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const rightToLeft = strings.filter(({ isRightToLeft }) => isRightToLeft).length * 2 > strings.length;
  return {
    text: textOf(rightToLeft ? strings.toReversed() : strings, rightToLeft),
    left: Math.min(...strings.map(({ left }) => left)),
    right: Math.max(...strings.map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
    font: main.font,
    isMono: lettersIn(strings.filter(({ font }) => isMono(font))) > 0.9 * lettersIn(strings),
  };
}

function lettersIn(strings: readonly PlacedString[]): number {
  return strings.reduce((sum, { text }) => sum + text.trim().length, 0);
}

function textOf(strings: readonly PlacedString[], isRightToLeft: boolean): string {
  let text = '';
  let last: PlacedString | undefined;
  for (const string of strings) {
    const gap = last === undefined ? 0 : isRightToLeft ? last.left - string.right : string.left - last.right;
    if (last && gap > wordGap * Math.min(last.size, string.size) && !/\s$/.test(text)) text += ' ';
    text += string.text;
    last = string;
  }
  return composeAccents(text.replaceAll(/\s+/g, ' ').trim());
}
