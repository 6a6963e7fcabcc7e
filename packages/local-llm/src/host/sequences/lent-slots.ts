import type { Slot } from './slot.ts';

/** Which slots are lent, to whom and for how long. */
export interface LentSlots {
  readonly size: number;
  /** How long one is lent, in milliseconds, of late; undefined before the first came back. */
  readonly averageStay: number | undefined;
  heldBy(run: string): number;
  lend(slot: Slot, run: string): void;
  /** False when it wasn't lent. */
  giveBack(slot: Slot): boolean;
}

/** How much a new stay counts beside those before. */
const newShare = 0.1;

/** See {@link LentSlots}. */
export function createLentSlots(now: () => number = Date.now): LentSlots {
  const holders = new Map<Slot, { readonly run: string; readonly since: number }>();
  let averageStay: number | undefined;
  return {
    get size() {
      return holders.size;
    },
    get averageStay() {
      return averageStay;
    },
    heldBy: (run) => [...holders.values()].filter((holder) => holder.run === run).length,
    lend(slot, run) {
      slot.isBusy = true;
      holders.set(slot, { run, since: now() });
    },
    giveBack(slot) {
      const held = holders.get(slot);
      if (!held) return false;
      holders.delete(slot);
      const stay = now() - held.since;
      averageStay = averageStay === undefined ? stay : averageStay * (1 - newShare) + stay * newShare;
      slot.isBusy = false;
      slot.usedAt = now();
      return true;
    },
  };
}
