/** Marks on a time axis. All in milliseconds. */
export interface TimeTicks {
  /** Between two marks. */
  readonly step: number;
  readonly at: readonly number[];
}

const [second, minute, hour] = [1_000, 60_000, 3_600_000];
/** Round distances: of decimal figures below a minute, of clocks above. */
const steps: readonly number[] = [
  ...[0.1, 1, 10, 100].flatMap((unit) => [unit, 2 * unit, 5 * unit]),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 6, 12, 24].map((count) => count * hour),
];

/** Marks at round times within a window, at most `most` of them (at least 1). */
export function timeTicks(from: number, to: number, most: number): TimeTicks {
  const least = Math.max(0, to - from) / Math.max(1, most);
  const step = steps.find((one) => one >= least) ?? Math.ceil(least / (24 * hour)) * 24 * hour;
  const first = Math.ceil(from / step);
  const at: number[] = [];
  for (let index = first; index * step <= to && at.length <= most; index += 1) at.push(index * step);
  return { step, at };
}
