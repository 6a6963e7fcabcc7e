import { groupRows } from './group-rows.ts';
import { median, type PageText, type Row, type Segment } from './page-layout.ts';

/** How much of the page's height its head and foot may take, each. */
const margin = 0.13;
const pageNumber =
  /^[\s–—|-]*(?:(?:page|p\.?|seite|pagina)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|sur|von|de)\s*\d{1,4})?[\s–—|-]*$/i;

/**
 * Headers, footers and page numbers: lines at the top or bottom, apart from the text, that stand on three pages or more at the
 * same height with the same words (figures aside). Page numbers alone on their line need two pages.
 */
export function findRunningLines(pages: readonly PageText[]): ReadonlySet<Segment> {
  const places = new Map<string, Segment[]>();
  for (const page of pages) {
    for (const segment of edgesOf(page)) {
      const key = keyOf(segment, page);
      const found = places.get(key);
      if (found) found.push(segment);
      else places.set(key, [segment]);
    }
  }
  const running = [...places].filter(([key, segments]) => segments.length >= (key.startsWith('#') ? 2 : 3));
  return new Set(running.flatMap(([, segments]) => segments));
}

function keyOf({ text, baseline }: Segment, { height }: PageText): string {
  if (pageNumber.test(text)) return `# ${baseline < height / 2 ? 'top' : 'bottom'}`;
  return `${text.toLowerCase().replaceAll(/\d+/g, '#')} at ${Math.round(baseline / 4)}`;
}

/** Segments above the first wide gap at the page's top, and below the last at its bottom. */
function edgesOf({ areas, height }: PageText): Segment[] {
  const rows = groupRows(areas[0] ?? []);
  const gaps = rows.slice(1).map((row, index) => row.baseline - (rows[index]?.baseline ?? 0));
  const wide = 1.4 * median(gaps.filter((gap) => gap > 0.5));
  const isApart = (index: number): boolean => (gaps[index] ?? Infinity) > wide;
  const top = rows.slice(0, 4).filter((row) => row.baseline < height * margin);
  const bottom = rows.slice(-4).filter((row) => row.baseline > height * (1 - margin));
  const lastTop = top.findLastIndex((_, index) => isApart(index));
  const firstBottom = bottom.findIndex((_, index) => isApart(rows.length - bottom.length + index - 1));
  const edges: Row[] = [...top.slice(0, lastTop + 1), ...(firstBottom < 0 ? [] : bottom.slice(firstBottom))];
  return edges.flatMap(({ segments }) => segments);
}
