/**
 * A stretch of text on one baseline without a wide gap: a line of prose, a cell of a table. Lengths are points (1/72 inch) as
 * the page is seen, x to the right, y down.
 */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Of most of its letters: pdf.js's name, one for each font of the document. */
  readonly font: string;
  readonly isMono: boolean;
  /** A ruled table that stands here in place of text. */
  readonly table?: FoundTable | undefined;
}

/** A table as rows of cells, as many in each as there are columns. */
export interface FoundTable {
  readonly cells: readonly (readonly string[])[];
  /** Where its columns begin, to tell whether the next page goes on with it. */
  readonly lefts: readonly number[];
  readonly hasHeader: boolean;
}

/** Segments of one baseline, from left to right. */
export interface Row {
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Text of one page. Most have one area; text that stands sideways forms others, each as if turned upright. */
export interface PageText {
  readonly number: number;
  readonly height: number;
  readonly areas: readonly (readonly Segment[])[];
  /** Mean confidence, 0 to 1, where it was read from the page's picture. */
  readonly confidence?: number | undefined;
}

/** Of A4, in points. */
export const defaultPageHeight = 842;

/** The middle of numbers, by order; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
