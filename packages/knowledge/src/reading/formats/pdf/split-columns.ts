import { median, type Segment } from './page-layout.ts';

/** Fewest lines of a column of prose, fewest letters of each, and how far apart they may be, in parts of their size. */
const fewestLines = 4;
const fewestLetters = 20;
const widestPitch = 1.75;
/** With more segments a page is a table, or a trap. */
const mostSegments = 3000;

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
    const [beside, below] = cutBelow(run, gutter);
    const left = beside.filter((segment) => segment.right <= gutter);
    const right = beside.filter((segment) => segment.left >= gutter);
    if (areColumns(left, right)) {
      if (spanning.length > 0) parts.push(spanning);
      parts.push(...splitColumns(left), ...splitColumns(right));
      spanning = below;
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

/** A heading that follows both columns at the left belongs to neither: it stands below the right one, and apart. */
function cutBelow(run: readonly Segment[], gutter: number): [beside: Segment[], below: Segment[]] {
  const bottom = Math.max(...run.filter(({ left }) => left >= gutter).map(({ baseline }) => baseline));
  const first = run.findIndex(({ baseline, size }, index) => {
    const gap = baseline - (run[index - 1]?.baseline ?? baseline);
    return baseline > bottom + 0.5 * size && gap > widestPitch * size;
  });
  return first < 0 ? [[...run], []] : [run.slice(0, first), run.slice(first)];
}

/** The x that fewest segments cross, where columns of prose stand on both sides. */
function findGutter(segments: readonly Segment[]): number | undefined {
  if (segments.length < 2 * fewestLines || segments.length > mostSegments) return undefined;
  const edges = [...new Set(segments.map(({ left }) => Math.floor(left) - 1))];
  let best: { x: number; crossing: number } | undefined;
  for (const x of edges) {
    const left = segments.filter(({ right }) => right <= x);
    const right = segments.filter((segment) => segment.left >= x);
    if (left.length < fewestLines || right.length < fewestLines) continue;
    const crossing = segments.length - left.length - right.length;
    if (best && crossing >= best.crossing) continue;
    if (areColumns(left, right) && areBeside(left, right)) best = { x, crossing };
  }
  return best?.x;
}

/** Both are prose; or one is, and the other's lines stand at heights of their own: not labels of its lines. */
function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const areProse = [left, right].map(isProse);
  if (!areProse.includes(true)) return false;
  if (!areProse.includes(false)) return true;
  const [prose, other] = areProse[0] === true ? [left, right] : [right, left];
  if (other.length < fewestLines) return false;
  const heights = prose.map(({ baseline }) => baseline);
  const top = Math.min(...heights);
  const bottom = Math.max(...heights);
  const beside = other.filter(({ baseline }) => baseline >= top && baseline <= bottom);
  const own = beside.filter(({ baseline, size }) =>
    heights.every((height) => Math.abs(height - baseline) > size * 0.12),
  );
  return beside.length >= fewestLines && own.length * 2 > beside.length;
}

/** Most of its letters stand in lines as long as the longest, close to one another: prose, not cells. */
function isProse(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines) return false;
  const widths = segments.map(({ left, right }) => right - left).toSorted((a, b) => a - b);
  const width = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  const lines = segments.filter(({ left, right, text }) => text.length >= fewestLetters && right - left > width * 0.75);
  if (lines.length < fewestLines || lettersOf(lines) * 2 < lettersOf(segments)) return false;
  const baselines = lines.map(({ baseline }) => baseline).toSorted((a, b) => a - b);
  const gaps = baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0));
  return median(gaps) <= widestPitch * median(lines.map(({ size }) => size));
}

function lettersOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}

/** They share some height of the page: one doesn't simply follow the other. */
function areBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const from = Math.max(...[left, right].map((side) => Math.min(...side.map(({ baseline }) => baseline))));
  const to = Math.min(...[left, right].map((side) => Math.max(...side.map(({ baseline }) => baseline))));
  return to - from > 2 * median(left.map(({ size }) => size));
}
