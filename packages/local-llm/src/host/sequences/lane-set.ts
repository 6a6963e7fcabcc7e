import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Lane, Slot } from './slot.ts';

/** What lanes are opened by. */
export interface LaneSetOptions {
  /** Context sizes that lanes come in, smallest first. */
  readonly sizes: readonly number[];
  /** Lanes of a size that are opened before a second request shares one. */
  readonly workers: number;
  /** Slots that a lane of that size has, when so many requests want one. */
  widthOf(size: number, wanted: number): number;
  /** Opens a lane; rejects where there is no memory for it. */
  openLane(size: number, width: number): Promise<Lane>;
  /** Milliseconds after which an idle lane is closed. */
  readonly idleAfter?: number | undefined;
}

/** The lanes of one model: opened when slots are wanted, closed when they have been idle. */
export interface LaneSet {
  /** The smallest size that holds so many tokens. */
  sizeOf(tokens: number): number;
  /** Most slots of a size. */
  mostOf(size: number): number;
  /** Free slots that hold so many tokens. */
  freeFor(tokens: number): Slot[];
  slots(): readonly Slot[];
  /** Opens another lane of a size where that helps as many as want one by then. False when there is nothing to wait for. */
  grow(size: number, wanted: () => number): boolean;
  /** Has a lane closed that stays idle. */
  rest(lane: Lane): void;
  readonly count: number;
  close(): Promise<void>;
}

/** See {@link LaneSet}. `opened` hears each attempt, with its error when it failed. */
export function createLaneSet(options: LaneSetOptions, opened: (size: number, error?: unknown) => void): LaneSet {
  const { sizes, workers, idleAfter = 60_000 } = options;
  const lanes = new Set<Lane>();
  const opening = new Set<number>();
  let isClosed = false;
  const widest = (size: number): number => options.widthOf(size, Number.MAX_SAFE_INTEGER);
  const open = async (size: number, wanted: () => number): Promise<void> => {
    opening.add(size);
    await nextTurn(); // those who ask in the same moment count, too
    try {
      const lane = await options.openLane(size, options.widthOf(size, wanted()));
      if (isClosed) return await lane.close();
      lanes.add(lane);
      opening.delete(size);
      opened(size);
    } catch (error) {
      opening.delete(size);
      opened(size, error);
    }
  };

  return {
    sizeOf: (tokens) => sizes.find((size) => size >= tokens) ?? sizes.at(-1) ?? 0,
    mostOf: (size) => workers * widest(size),
    freeFor: (tokens) =>
      [...lanes].flatMap(({ contextTokens, slots }) =>
        contextTokens < tokens ? [] : slots.filter(({ isBusy }) => !isBusy),
      ),
    slots: () => [...lanes].flatMap(({ slots }) => slots),
    grow(size, wanted) {
      if (opening.has(size)) return true;
      const own = [...lanes].filter(({ contextTokens }) => contextTokens === size);
      const wide = own.filter(({ slots }) => slots.length >= widest(size));
      // Lanes that were opened when fewer asked stay narrow; when all are full, wide ones come beside them.
      const isFull = own.every((lane) => busyIn(lane) === lane.slots.length);
      if (isClosed || (own.length >= workers && !(isFull && wide.length < workers))) return false;
      void open(size, wanted);
      return true;
    },
    rest(lane) {
      const usedAt = Math.max(...lane.slots.map((slot) => slot.usedAt));
      setTimeout(() => {
        const isIdle = busyIn(lane) === 0 && lane.slots.every((slot) => slot.usedAt <= usedAt);
        if (isIdle && lanes.delete(lane)) void lane.close();
      }, idleAfter).unref();
    },
    get count() {
      return lanes.size;
    },
    async close() {
      isClosed = true;
      await Promise.all([...lanes].map((lane) => lane.close()));
      lanes.clear();
    },
  };
}

/** How many of a lane's slots are lent. */
export function busyIn({ slots }: Lane): number {
  return slots.filter(({ isBusy }) => isBusy).length;
}
