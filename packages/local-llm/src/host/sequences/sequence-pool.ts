import type { Token } from 'node-llama-cpp';
import { abortable } from '../abortable.ts';
import { chooseSlot } from './choose-slot.ts';
import { createLaneSet, type LaneSet, type LaneSetOptions } from './lane-set.ts';
import { createLentSlots } from './lent-slots.ts';
import { advance, type Slot } from './slot.ts';
import { tellPlaces } from './tell-places.ts';
import { createWaitingLine, type LineEntry } from './waiting-line.ts';

/** Who wants a slot, and for what. */
export interface SlotRequest extends LineEntry {
  /** The prompt without its last token: a slot that holds its beginning is preferred. */
  readonly prompt: readonly Token[];
  /** Tokens that prompt and answer may come to. */
  readonly tokens: number;
  /** Hears how many are before it, those inside included, and in about how many seconds its turn comes, when that is known. */
  readonly onPlace?: ((before: number, seconds: number | undefined) => void) | undefined;
}

/** The slots of one model. Lanes are opened as they are needed, and closed when they have been idle. */
export interface SequencePool {
  /** Lends a slot; give it back once. Rejects with the signal's reason, or when there is no memory for a lane of its size. */
  enter(request: SlotRequest, signal: AbortSignal): Promise<Slot>;
  leave(slot: Slot): void;
  /** Slots that hold or will hold the state of a prompt. */
  slots(): readonly Slot[];
  load(): { readonly busy: number; readonly waiting: number; readonly lanes: number };
  close(): Promise<void>;
}

/** What a pool is made of. */
export interface SequencePoolOptions extends LaneSetOptions {
  readonly blockTokens: number;
  readonly now?: (() => number) | undefined;
}

interface Entry extends SlotRequest {
  readonly admit: (slot: Slot) => void;
  readonly refuse: (reason: unknown) => void;
}

/** The share of all slots that one run may hold: others come in beside it. */
const runShare = 0.75;

/** See {@link SequencePool}. */
export function createSequencePool(options: SequencePoolOptions): SequencePool {
  const { blockTokens } = options;
  const line = createWaitingLine<Entry>();
  const lent = createLentSlots(options.now);
  const lanes = createLaneSet(options, (size, error) => {
    const hopeless = error === undefined ? [] : line.inOrder().filter((entry) => isHopeless(entry, size, lanes));
    for (const entry of hopeless) {
      line.remove(entry, false);
      entry.refuse(error);
    }
    admit();
  });
  const find = ({ run, tokens, prompt }: Entry): Slot | 'full' | undefined => {
    const size = lanes.sizeOf(tokens);
    if (lent.heldBy(run) >= Math.ceil(lanes.mostOf(size) * runShare)) return undefined;
    const found = chooseSlot(lanes.freeFor(tokens), prompt, blockTokens);
    if (found && !found.isCrowded) return found.slot;
    return lanes.grow(size, () => line.size + lent.size) ? 'full' : (found?.slot ?? 'full');
  };
  const admit = (): void => {
    for (let wasAdmitted = true; wasAdmitted;) {
      wasAdmitted = false;
      const full = new Set<number>();
      for (const entry of line.firsts()) {
        const size = lanes.sizeOf(entry.tokens);
        const slot = full.has(size) ? undefined : find(entry);
        if (slot === 'full') full.add(size);
        if (slot === undefined || slot === 'full') continue;
        line.remove(entry, true);
        lent.lend(slot, entry.run);
        entry.admit(slot);
        wasAdmitted = true;
      }
    }
    places.tell();
  };
  const places = tellPlaces(() => ({ waiting: line.inOrder(), inside: lent.size, averageStay: lent.averageStay }));

  return {
    async enter(request, signal) {
      const waiting = abortable<Slot>(signal, () => {
        line.remove(entry, false);
        places.tell();
      });
      const entry: Entry = { ...request, admit: waiting.resolve, refuse: waiting.reject };
      line.add(entry);
      admit();
      return waiting.promise;
    },
    leave(slot) {
      if (!lent.giveBack(slot)) return;
      advance(slot, slot.read);
      admit();
      lanes.rest(slot.lane);
    },
    slots: lanes.slots,
    load: () => ({ busy: lent.size, waiting: line.size, lanes: lanes.count }),
    close: lanes.close,
  };
}

/** Whether a lane that couldn't be opened was the only one that it could wait for. */
function isHopeless({ tokens }: SlotRequest, size: number, lanes: LaneSet): boolean {
  return lanes.sizeOf(tokens) === size && !lanes.slots().some(({ lane }) => lane.contextTokens >= tokens);
}
