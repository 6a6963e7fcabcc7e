import { useStale } from './stale-store.ts';

/**
 * True when nothing would run: neither the flow's logic nor what it is given has changed since a complete run, and there is
 * something that would come out otherwise if it were drawn anew.
 */
export function useIsUnchanged(): boolean {
  return useStale(({ forecast, afresh }) => forecast?.runs.length === 0 && (afresh?.drawn.length ?? 0) > 0);
}
