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

function toRow(segments: readonly Segment[]): Row {
  return {
    segments: segments.toSorted((a, b) => a.left - b.left),
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    baseline: Math.max(...segments.map(({ baseline }) => baseline)),
    size: Math.max(...segments.map(({ size }) => size)),
  };
}
