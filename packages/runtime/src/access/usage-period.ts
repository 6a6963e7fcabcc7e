import type { KeyLimits } from '@jacquard/stores';

const day = 86_400_000;

/** The time that a key's counts are about, in milliseconds since the epoch; they never begin anew without `ends`. */
export interface UsagePeriod {
  readonly begins: number;
  readonly ends: number | undefined;
}

/** The day or month of UTC that `now` falls into, or all time. */
export function usagePeriod({ period = 'ever' }: KeyLimits, now: number): UsagePeriod {
  if (period === 'ever') return { begins: 0, ends: undefined };
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (period === 'month') return { begins: Date.UTC(year, month), ends: Date.UTC(year, month + 1) };
  const begins = Date.UTC(year, month, date.getUTCDate());
  return { begins, ends: begins + day };
}
