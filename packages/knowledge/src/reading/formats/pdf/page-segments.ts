import type { Segment } from './page-layout.ts';

/** An item of pdf.js's text content: a string, or the begin or end of marked content. */
export interface ContentItem {
  readonly str?: string;
  readonly dir?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
  readonly type?: string;
  readonly tag?: string;
}

/** A string with its place on the upright page. */
interface Glyphs {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
}

/** Gaps in parts of the letters' size: from one on two strings are two words, or two segments. */
const wordGap = 0.13;
const segmentGap = 0.8;

/**
 * Joins a page's strings to segments. `toPage` is the viewport's transform. Strings that stand sideways come in areas of their
 * own, most text first. Running heads that the document itself marks (artifacts; ISO 32000-2, 14.8.2.2) are left out, unless
 * that leaves nothing.
 */
export function segmentsOf(
  items: readonly ContentItem[],
  toPage: readonly number[],
  isMono: (font: string) => boolean,
): Segment[][] {
  const areas = new Map<number, Glyphs[]>();
  for (const item of ownText(items)) {
    const { angle, glyphs } = place(item, toPage);
    if (glyphs.text.trim() === '' || !Number.isFinite(glyphs.left + glyphs.baseline + glyphs.size)) continue;
    areas.set(angle, [...(areas.get(angle) ?? []), glyphs]);
  }
  return [...areas.values()]
    .toSorted((a, b) => b.length - a.length)
    .map((area) => baselinesOf(area).flatMap((row) => joinRow(row, isMono)));
}
