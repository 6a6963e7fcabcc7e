import { findQuotation } from '../find-quotation.ts';

/** A piece of a string of a page, marked or not. */
interface StringPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface MarkedStrings {
  /** By the string's index; strings without anything marked are absent. */
  readonly pieces: ReadonlyMap<number, readonly StringPiece[]>;
  /** The quotation stands there as a whole. */
  readonly isWhole: boolean;
}

/**
 * Finds a quotation in the strings that a PDF's page is drawn of (words, parts of words or lines, in the order in which they
 * are drawn) and cuts those strings into what is marked and what isn't.
 */
export function markStrings(strings: readonly string[], quotation: string): MarkedStrings {
  const ranges = findQuotation(strings.join(' '), quotation);
  const pieces = new Map<number, readonly StringPiece[]>();
  let start = 0;
  for (const [index, string] of strings.entries()) {
    const end = start + string.length;
    const cut: StringPiece[] = [];
    let at = start;
    for (const range of ranges) {
      const [from, to] = [Math.max(at, range.start), Math.min(end, range.end)];
      if (from >= to) continue;
      if (from > at) cut.push({ text: string.slice(at - start, from - start), isMarked: false });
      cut.push({ text: string.slice(from - start, to - start), isMarked: true });
      at = to;
    }
    if (cut.length > 0) {
      if (at < end) cut.push({ text: string.slice(at - start), isMarked: false });
      pieces.set(index, cut);
    }
    start = end + 1;
  }
  return { pieces, isWhole: ranges.length === 1 && isWholeQuotation(strings, ranges[0], quotation) };
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

function isWholeQuotation(
  strings: readonly string[],
  range: { readonly start: number; readonly end: number } | undefined,
  quotation: string,
): boolean {
  const found = strings.join(' ').slice(range?.start, range?.end);
  return lettersOf(found).length >= lettersOf(quotation).length * 0.95;
}
