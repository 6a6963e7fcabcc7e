const [second, minute, hour] = [1000, 60_000, 3_600_000];

/** Milliseconds between attempts: nine within a day. */
const waits = [5 * second, 30 * second, 2 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour];

/** Milliseconds to wait after so many attempts, spread by a tenth so that many don't come at once; undefined: it was the last. */
export function waitAfter(attempts: number, random: () => number = Math.random): number | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : wait * (1 + random() / 10);
}
