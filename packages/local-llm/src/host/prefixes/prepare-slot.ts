import type { Token } from 'node-llama-cpp';
import { advance, announce, cutBack, untilRead, type Slot } from '../sequences/slot.ts';
import { sharedTokens } from './shared-tokens.ts';
import type { SavedState, StateFiles } from './state-files.ts';

/** Where evaluated states of prompts are found. */
export interface PrefixSources {
  /** All slots of the model. */
  slots(): readonly Slot[];
  readonly files: StateFiles;
  /** What a state depends on beside its tokens: model, engine, blocks. */
  readonly key: string;
  readonly blockTokens: number;
  /** Whether what stands behind a state's beginning can be cut off. In recurrent models it can't: they share nothing. */
  readonly canCut: boolean;
}

interface Shared {
  readonly state: SavedState;
  readonly shared: number;
}

/**
 * Brings as much of a prompt's evaluated beginning into a slot as there is anywhere: left there by an earlier prompt, in another
 * slot that has read it or is reading it right now, or on disk. Afterwards `slot.read` says how much that is.
 */
export async function prepareSlot(
  slot: Slot,
  prompt: readonly Token[],
  sources: PrefixSources,
  signal: AbortSignal,
): Promise<void> {
  const own = sources.canCut ? sharedTokens(slot.prompt.slice(0, slot.read), prompt, sources.blockTokens) : 0;
  if (own < slot.useful) await saveState(slot, slot.useful, sources);
  announce(slot, prompt, own);
  const found = sources.canCut ? await findState(slot, own, sources, signal) : undefined;
  if (found && (await loadState(slot, found, sources))) return advance(slot, found.shared);
  await cutBack(slot, own);
  return advance(slot, own);
}

/** The best state beyond what the slot holds itself, from another slot or from disk. */
async function findState(
  slot: Slot,
  own: number,
  sources: PrefixSources,
  signal: AbortSignal,
): Promise<Shared | undefined> {
  const { prompt } = slot;
  const onDisk = await sources.files.find(keyOf(slot, sources), prompt);
  for (;;) {
    const least = Math.max(own, onDisk?.shared ?? 0);
    const donor = bestDonor(slot, sources);
    if (!donor || donor.shared <= least) return onDisk && onDisk.shared > own ? onDisk : undefined;
    const promised = donor.slot.prompt;
    await untilRead(donor.slot, donor.shared, signal);
    if (donor.slot.prompt !== promised || donor.slot.read < donor.shared) continue; // it gave up: another one may read it
    const state = await saveState(donor.slot, donor.shared, sources);
    donor.slot.useful = Math.max(donor.slot.useful, donor.shared);
    return state && { state, shared: donor.shared };
  }
}

/** The slot that holds most of the prompt, or will, before others that wait for it. */
function bestDonor(slot: Slot, { slots, blockTokens }: PrefixSources): { slot: Slot; shared: number } | undefined {
  const rated = slots()
    .filter((other) => other !== slot && other.lane.slots.length === slot.lane.slots.length)
    .map((other) => ({ slot: other, shared: sharedTokens(other.prompt, slot.prompt, blockTokens) }))
    // Who was announced later may wait for this one.
    .filter(
      ({ slot: other, shared }) => shared > 0 && (other.read >= shared || (other.isBusy && other.turn < slot.turn)),
    );
  return rated.sort(
    (one, other) => other.shared - one.shared || other.slot.read - one.slot.read || one.slot.turn - other.slot.turn,
  )[0];
}

/** A state fits contexts that are cut into as many sequences. */
function keyOf({ lane }: Slot, { key }: PrefixSources): string {
  return `${key} ${lane.slots.length}`;
}

/** Keeps the state of the first tokens, with whatever stands behind them: whoever loads it cuts that off. */
function saveState(slot: Slot, count: number, sources: PrefixSources): Promise<SavedState | undefined> {
  const tokens = slot.prompt.slice(0, count);
  return sources.files.save(keyOf(slot, sources), tokens, (path) => slot.sequence.saveStateToFile(path));
}

/** False when it couldn't be loaded: the file is gone, or isn't what its record says. */
async function loadState(slot: Slot, { state, shared }: Shared, { files }: PrefixSources): Promise<boolean> {
  try {
    await slot.sequence.clearHistory();
    await slot.sequence.loadStateFromFile(state.path, { acceptRisk: true });
    if (slot.sequence.nextTokenIndex < shared) throw new Error('short');
    await cutBack(slot, shared);
    return true;
  } catch {
    await files.forget(state);
    await slot.sequence.clearHistory();
    return false;
  }
}
