/** The stretch of a run that the timeline shows, in milliseconds since the run began. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** The shortest stretch that can be looked at, in milliseconds. */
const shortest = 1;

/** Shows `factor` times as much (below 1: less) around the moment `at`, kept within the run; undefined for all of it. */
export function zoomWindow(
  { from, to }: TimeWindow,
  factor: number,
  at: number,
  length: number,
): TimeWindow | undefined {
  const width = Math.max(shortest, (to - from) * factor);
  if (width >= length) return undefined;
  const share = to > from ? (at - from) / (to - from) : 0.5;
  return within(at - share * width, width, length);
}

/** Moves along the run by milliseconds, and stops at its ends. */
export function panWindow({ from, to }: TimeWindow, by: number, length: number): TimeWindow {
  return within(from + by, to - from, length);
}

/** How far into the window a moment lies: 0 at its left end, 1 at its right. May lie beyond. */
export function shareOf({ from, to }: TimeWindow, at: number): number {
  return to > from ? (at - from) / (to - from) : 0;
}

function within(from: number, width: number, length: number): TimeWindow {
  const start = Math.min(Math.max(0, from), Math.max(0, length - width));
  return { from: start, to: start + width };
}
