import { multiply } from './matrix.ts';

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

/** A string with its place on the page, turned upright. Lengths as in `Segment`. */
export interface PlacedString {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
}

/**
 * The strings of a page by the way they stand (upright, or turned by a quarter), most strings first. `toPage` is the
 * viewport's transform. What the document itself marks as running heads (artifacts; ISO 32000-2, 14.8.2.2) is left out, unless
 * nothing else is there.
 */
export function stringsOf(items: readonly ContentItem[], toPage: readonly number[]): PlacedString[][] {
  const areas = new Map<number, PlacedString[]>();
  for (const item of ownStrings(items)) {
    const { angle, string } = place(item, toPage);
    if (!Number.isFinite(string.left + string.right + string.baseline) || string.size <= 0) continue;
    const area = areas.get(angle);
    if (area) area.push(string);
    else areas.set(angle, [string]);
  }
  return [...areas.values()].toSorted((a, b) => b.length - a.length);
}

function ownStrings(items: readonly ContentItem[]): ContentItem[] {
  const isArtifact: boolean[] = [];
  const own: ContentItem[] = [];
  const all: ContentItem[] = [];
  for (const item of items) {
    if (item.type?.startsWith('begin')) isArtifact.push(item.tag === 'Artifact' || isArtifact.at(-1) === true);
    else if (item.type === 'endMarkedContent') isArtifact.pop();
    else if (item.str !== undefined && item.str.trim() !== '') {
      all.push(item);
      if (isArtifact.at(-1) !== true) own.push(item);
    }
  }
  return own.length > 0 ? own : all;
}

/** Turns the string's own place into the page's, then the page so that the string stands upright. */
function place(item: ContentItem, toPage: readonly number[]): { angle: number; string: PlacedString } {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(toPage, item.transform ?? []);
  const angle = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [left, baseline] = [
    [e, f],
    [f, -e],
    [-e, -f],
    [-f, e],
  ][angle] ?? [e, f];
  const string = {
    text: item.str ?? '',
    left: left ?? 0,
    right: (left ?? 0) + (item.width ?? 0),
    baseline: baseline ?? 0,
    size: Math.hypot(c, d),
    font: item.fontName ?? '',
    isRightToLeft: item.dir === 'rtl',
  };
  return { angle, string };
}
