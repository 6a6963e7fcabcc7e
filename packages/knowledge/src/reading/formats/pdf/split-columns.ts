import { median, type Segment } from './page-layout.ts';

/** Fewest lines of a column, and fewest letters of most of its lines: less is a table's column. */
const fewestLines = 4;
const fewestLetters = 16;

/**
 * Cuts a page into parts to be read one after another: where lines of prose stand side by side, the left column before the
 * right one, and what spans both between. Segments of a table stay together, since their lines are short.
 */
export function splitColumns(segments: readonly Segment[]): (readonly Segment[])[] {
  const gutter = findGutter(segments);
  if (gutter === undefined) return [segments];
  const parts: (readonly Segment[])[] = [];
  let run: Segment[] = [];
  let spanning: Segment[] = [];
  const flush = (): void => {
    const left = run.filter((segment) => segment.right <= gutter);
    const right = run.filter((segment) => segment.left >= gutter);
    if (isProse(left) && isProse(right)) {
      if (spanning.length > 0) parts.push(spanning);
      parts.push(...splitColumns(left), ...splitColumns(right));
      spanning = [];
    } else spanning.push(...run);
    run = [];
  };
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    if (segment.left < gutter && segment.right > gutter) {
      flush();
      spanning.push(segment);
    } else run.push(segment);
  }
  flush();
  if (spanning.length > 0) parts.push(spanning);
  return parts;
}

/** The x that fewest segments cross, where columns of prose stand on both sides. */
function findGutter(segments: readonly Segment[]): number | undefined {
  if (segments.length < 2 * fewestLines) return undefined;
  const edges = [...new Set(segments.map(({ left }) => Math.floor(left) - 1))];
  let best: { x: number; crossing: number } | undefined;
  for (const x of edges) {
    const left = segments.filter(({ right }) => right <= x);
    const right = segments.filter((segment) => segment.left >= x);
    if (left.length < fewestLines || right.length < fewestLines) continue;
    const crossing = segments.length - left.length - right.length;
    if (best && crossing >= best.crossing) continue;
    if (isProse(left) && isProse(right) && areBeside(left, right)) best = { x, crossing };
  }
  return best?.x;
}

/** Lines that are long, and most of which fill their column: prose, not cells. */
function isProse(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines) return false;
  const width = Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left));
  const filled = segments.filter(({ left, right }) => right - left > width * 0.6).length;
  return filled * 2 >= segments.length && median(segments.map(({ text }) => text.length)) >= fewestLetters;
}

/** They share some height of the page: one doesn't simply follow the other. */
function areBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const from = Math.max(...[left, right].map((side) => Math.min(...side.map(({ baseline }) => baseline))));
  const to = Math.min(...[left, right].map((side) => Math.max(...side.map(({ baseline }) => baseline))));
  return to - from > 2 * median(left.map(({ size }) => size));
}
