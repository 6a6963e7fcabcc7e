import { groupRows } from './group-rows.ts';
import { median, type PageText, type Row, type Segment } from './page-layout.ts';

/** How much of the page's height its head and foot may take, each. */
const margin = 0.16;
const numberAlone = /^[\s–—|•-]*(\d{1,4}|[ivxlc]{1,7})[\s–—|•-]*$/i;
const pageOf = /(?:page|p\.|seite|pagina)\s*\d{1,4}\b|^\W*\d{1,4}\s*(?:\/|of|sur|von|de)\s*\d{1,4}\W*$/i;

/** Lines that stand on several pages, apart from their text. */
export interface RunningLines {
  /** All of them: they belong to no paragraph. */
  readonly all: ReadonlySet<Segment>;
  /** The first of each that says more than a page's number: it stays, as a line of its own, so that no word is lost. */
  readonly kept: ReadonlySet<Segment>;
}

/**
 * Headers, footers and page numbers: lines at the top or bottom of a page, apart from the text, that stand on another page at
 * the same height with the same words (figures aside), or are numbers that grow with the pages.
 */
export function findRunningLines(pages: readonly PageText[]): RunningLines {
  const places = new Map<string, Segment[]>();
  for (const page of pages) {
    for (const segment of edgesOf(page)) {
      const key = keyOf(segment, page);
      const found = places.get(key);
      if (found) found.push(segment);
      else places.set(key, [segment]);
    }
  }
  const running = [...places.values()].filter((segments) => segments.length > 1);
  const first = running.flatMap((segments) => segments.slice(0, 1));
  return {
    all: new Set(running.flat()),
    kept: new Set(first.filter(({ text }) => !numberAlone.test(text) && !pageOf.test(text))),
  };
}

function keyOf({ text, baseline }: Segment, { height, number }: PageText): string {
  const alone = numberAlone.exec(text)?.[1];
  const side = baseline < height / 2 ? 'top' : 'bottom';
  if (alone !== undefined) return `${side} ${/\d/.test(alone) ? Number(alone) - number : 'roman'}`;
  return `${text.toLowerCase().replaceAll(/\d+/g, '#')} at ${side} ${Math.round(baseline / 6)}`;
}

/** Segments above the first wide gap at the page's top, and below the last at its bottom. */
function edgesOf({ areas, height }: PageText): Segment[] {
  const rows = groupRows(areas[0] ?? []);
  const gaps = rows.slice(1).map((row, index) => row.baseline - (rows[index]?.baseline ?? 0));
  const size = median(rows.map((row) => row.size));
  const wide = 1.4 * (median(gaps.filter((gap) => gap > 0.5 && gap < 3 * size)) || 1.4 * size);
  const isApart = (index: number): boolean => (gaps[index] ?? Infinity) > wide;
  const top = rows.slice(0, 4).filter((row) => row.baseline < height * margin);
  const bottom = rows.slice(-4).filter((row) => row.baseline > height * (1 - margin));
  const lastTop = top.findLastIndex((_, index) => isApart(index));
  const firstBottom = bottom.findIndex((_, index) => isApart(rows.length - bottom.length + index - 1));
  const edges: Row[] = [...top.slice(0, lastTop + 1), ...(firstBottom < 0 ? [] : bottom.slice(firstBottom))];
  return edges.flatMap(({ segments }) => segments);
}
