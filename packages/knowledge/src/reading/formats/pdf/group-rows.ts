import type { Row, Segment } from './page-layout.ts';

/** Puts segments of one baseline into rows, from top to bottom. */
export function groupRows(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isBeside = row?.every(({ left, right }) => right <= segment.left || segment.right <= left);
    const reach = Math.min(first?.size ?? 0, segment.size) * 0.45;
    if (row && first && isBeside && segment.baseline - first.baseline <= reach) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map(toRow);
}

const marker = /^(?:[•◦▪●○■□‣⁃·–—✓✔➢➤*-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[\d{1,3}\])$/iu;

function toRow(unordered: readonly Segment[]): Row {
  const segments = joinMarker(unordered.toSorted((a, b) => a.left - b.left));
  return {
    segments,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    baseline: Math.max(...segments.map(({ baseline }) => baseline)),
    size: Math.max(...segments.map(({ size }) => size)),
  };
}

/** The bullet or number of a list's item is no cell of its own. */
function joinMarker(segments: readonly Segment[]): readonly Segment[] {
  const [first, second, ...others] = segments;
  if (!first || !second || !marker.test(first.text) || second.left - first.right > 4 * second.size) return segments;
  return [{ ...second, text: `${first.text} ${second.text}`, left: first.left }, ...others];
}
