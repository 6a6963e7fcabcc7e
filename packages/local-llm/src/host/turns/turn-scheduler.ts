import { abortable } from '../abortable.ts';
import { createFairShare, type FairShare, type Share } from './fair-share.ts';

/** Whose work a turn is, and what it needs. */
export interface TurnOwner {
  readonly run: string;
  /** A person who waits goes before work that nobody watches. */
  readonly priority: 'person' | 'batch';
  /** Hears what its part of a turn took of energy, in watt-hours. */
  spent?(wattHours: number): void;
}

/** What can do one piece of work at a time: a context of the engine. */
export interface TurnLane {
  readonly threads: number;
  /** Most answers that are written together there. */
  readonly width: number;
}

/** A piece of work that can't be interrupted: a block of a prompt, a token of an answer, the vector of a text. */
export interface Turn {
  readonly owner: TurnOwner;
  readonly lane: TurnLane;
  /** Answers of one lane are written together, a token each. */
  readonly kind: 'prompt' | 'answer' | 'text';
  /** Work, in tokens of an answer. */
  readonly cost: number;
  /** A prompt that goes on for long: it has had its turns before answers, and takes them as answers do from now on. */
  readonly isLong?: boolean | undefined;
}

/** Cuts the engine's time into turns and deals them out fairly, by tokens. */
export interface TurnScheduler {
  /** Does the work when its turn has come. Rejects with the signal's reason while it waits, else as the work does. */
  take<T>(turn: Turn, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Turns that wait, those that go on, and for how many milliseconds the longest of these has gone on. */
  load(): { readonly waiting: number; readonly working: number; readonly longest: number };
}

/** What the scheduler is made for. */
export interface TurnSchedulerOptions {
  /** Threads that may work at once. */
  readonly threads: number;
  /** What so much work took, in watt-hours. */
  readonly measure?: ((turn: { readonly milliseconds: number; readonly threads: number }) => number) | undefined;
}

interface Waiting extends Turn {
  readonly path: readonly Share[];
  /** Does the work, and returns what tells its outcome. */
  readonly work: () => Promise<() => void>;
}

const persons: Share = { name: 'person', weight: 7 };
const batches: Share = { name: 'batch', weight: 1 };
// Prompts go before answers, so that everybody's first word comes soon, but never stop those who are being answered.
const prompts: Share = { name: 'prompt', weight: 15 };
const answers: Share = { name: 'answer', weight: 1 };

/** See {@link TurnScheduler}. Each level is shared fairly: persons and batches, prompts and answers, then run by run. */
export function createTurnScheduler({ threads, measure = () => 0 }: TurnSchedulerOptions): TurnScheduler {
  const waiting = new Set<Waiting>();
  const busy = new Map<TurnLane, number>();
  const share = createFairShare();
  let isDealing = false;

  const hasRoomFor = (lane: TurnLane): boolean =>
    busy.size === 0 || [...busy.keys()].reduce((sum, other) => sum + other.threads, lane.threads) <= threads;
  const perform = async (turns: Waiting[], lane: TurnLane): Promise<void> => {
    const began = performance.now();
    busy.set(lane, began);
    for (const turn of turns) waiting.delete(turn);
    const outcomes = await Promise.all(turns.map(({ work }) => work()));
    const took = measure({ milliseconds: performance.now() - began, threads: lane.threads });
    for (const { owner } of turns) owner.spent?.(took / turns.length);
    busy.delete(lane);
    for (const tell of outcomes) tell();
    deal();
  };
  /** A moment later, when all who were served have asked for their next turn. */
  const deal = (): void => {
    if (isDealing) return;
    isDealing = true;
    setImmediate(() => {
      isDealing = false;
      for (;;) {
        const free = [...waiting].filter(({ lane }) => !busy.has(lane));
        const first = free[share.next(free.map(({ path }) => path)) ?? -1];
        // Whose turn it is waits for room, and is not passed by those who need less of it.
        if (!first || !hasRoomFor(first.lane)) return;
        void perform(pickTurns(first, free, share), first.lane);
      }
    });
  };

  return {
    load: () => ({
      waiting: waiting.size,
      working: busy.size,
      longest: Math.max(0, ...[...busy.values()].map((began) => performance.now() - began)),
    }),
    async take(turn, signal, work) {
      const waiter = abortable<Awaited<ReturnType<typeof work>>>(signal, () => waiting.delete(entry));
      const begin = async (): Promise<() => void> => {
        waiter.hold();
        try {
          const value = await work();
          return () => waiter.resolve(value);
        } catch (error) {
          return () => waiter.reject(error);
        }
      };
      const entry: Waiting = { ...turn, path: pathOf(turn), work: begin };
      waiting.add(entry);
      deal();
      return waiter.promise;
    },
  };
}

/** Whose turn it is, with as many other answers of its lane as are written together; charges them. */
function pickTurns(first: Waiting, free: readonly Waiting[], share: FairShare): Waiting[] {
  const picked = [first];
  share.charge(first.path, first.cost);
  if (first.kind !== 'answer') return picked;
  const isBeside = (other: Waiting): boolean => other.lane === first.lane && other.kind === 'answer';
  let candidates = free.filter((other) => other !== first && isBeside(other));
  while (candidates.length > 0 && picked.length < first.lane.width) {
    const next = candidates[share.next(candidates.map(({ path }) => path)) ?? 0];
    if (!next) break;
    share.charge(next.path, next.cost);
    picked.push(next);
    candidates = candidates.filter((other) => other !== next);
  }
  return picked;
}

function pathOf({ owner, kind, isLong = false }: Turn): readonly Share[] {
  return [
    owner.priority === 'person' ? persons : batches,
    kind === 'answer' || isLong ? answers : prompts,
    { name: owner.run, weight: 1 },
  ];
}
