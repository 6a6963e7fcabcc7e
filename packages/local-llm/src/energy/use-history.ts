/** What a process used of processor time, in seconds. */
export interface UseHistory {
  /** Since this was made, and during the last so many milliseconds. */
  look(milliseconds: number): { readonly total: number; readonly during: number };
}

interface Sample {
  readonly at: number;
  readonly used: number;
}

/** How long samples are kept, and the least time between two, in milliseconds. */
const [kept, pause] = [120_000, 20];

/**
 * See {@link UseHistory}. It samples when it is looked at: a stretch that begins between two looks counts from the earlier one, since
 * a process that rested in between worked at the end.
 */
export function createUseHistory(readSeconds: () => number, now: () => number): UseHistory {
  const begun = readSeconds();
  const first: Sample = { at: now(), used: 0 };
  let samples = [first];
  return {
    look(milliseconds) {
      const current: Sample = { at: now(), used: Math.max(0, readSeconds() - begun) };
      const before = samples.findLast(({ at }) => at <= current.at - milliseconds) ?? first;
      if (current.at - (samples.at(-1)?.at ?? 0) >= pause) samples.push(current);
      if (samples.length > (2 * kept) / pause) samples = samples.filter(({ at }) => at > current.at - kept);
      return { total: current.used, during: current.used - before.used };
    },
  };
}
