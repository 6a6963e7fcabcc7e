import type { Token } from 'node-llama-cpp';
import { sharedTokens } from '../prefixes/shared-tokens.ts';
import { busyIn } from './lane-set.ts';
import type { Slot } from './slot.ts';

/**
 * The free slot that serves a prompt best: of the lanes with most room, the one that holds most of the prompt's beginning, then the
 * emptiest, then the one that was used longest ago. Lanes come first, since a state can be copied and a crowded lane can't.
 */
export function chooseSlot(
  free: readonly Slot[],
  prompt: readonly Token[],
  blockTokens: number,
): { readonly slot: Slot; readonly isCrowded: boolean } | undefined {
  const rated = free.map((slot) => ({
    slot,
    busy: busyIn(slot.lane),
    shared: sharedTokens(slot.prompt.slice(0, slot.read), prompt, blockTokens),
  }));
  const [best] = rated.sort(
    (one, other) =>
      one.busy - other.busy ||
      other.shared - one.shared ||
      one.slot.lane.contextTokens - other.slot.lane.contextTokens ||
      one.slot.read - other.slot.read ||
      one.slot.usedAt - other.slot.usedAt,
  );
  return best && { slot: best.slot, isCrowded: best.busy > 0 };
}
