import { abortable } from '../abortable.ts';
import { createFairShare, type FairShare, type Share } from './fair-share.ts';

/** Whose work a turn is, and what it needs. */
export interface TurnOwner {
  readonly run: string;
  /** A person who waits goes before work that nobody watches. */
  readonly priority: 'person' | 'batch';
  /** Hears what the turn took: its part of the processor time, in milliseconds. */
  spent?(milliseconds: number): void;
}

/** A piece of work that can't be interrupted: a block of a prompt, a token of an answer, the vector of a text. */
export interface Turn {
  readonly owner: TurnOwner;
  /** What can do one piece of work at a time: a context of the engine. */
  readonly lane: object;
  /** Answers of one lane are written together, a token each. */
  readonly kind: 'prompt' | 'answer' | 'text';
  /** Work, in tokens of an answer. */
  readonly cost: number;
}

/** Cuts the engine's time into turns and deals them out fairly, by tokens. */
export interface TurnScheduler {
  /** Does the work when its turn has come. Rejects with the signal's reason while it waits, else as the work does. */
  take<T>(turn: Turn, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Turns that wait, and those that go on. */
  load(): { readonly waiting: number; readonly working: number };
}

/** What the scheduler is made for. */
export interface TurnSchedulerOptions {
  /** Turns at once, each in a lane of its own: cores, or one for a graphics processor. */
  readonly workers: number;
  /** Most answers that are written together in a lane. */
  readonly width: number;
  /** Threads of a lane. */
  readonly threads: number;
}

interface Waiting extends Turn {
  readonly path: readonly Share[];
  /** Does the work, and returns what tells its outcome. */
  readonly work: () => Promise<() => void>;
}

const persons: Share = { name: 'person', weight: 7 };
const batches: Share = { name: 'batch', weight: 1 };
// Prompts go before answers, so that everybody's first word comes soon, but never stop those who are being answered.
const prompts: Share = { name: 'prompt', weight: 7 };
const answers: Share = { name: 'answer', weight: 1 };

/** See {@link TurnScheduler}. Each level is shared fairly: persons and batches, prompts and answers, then run by run. */
export function createTurnScheduler({ workers, width, threads }: TurnSchedulerOptions): TurnScheduler {
  const waiting = new Set<Waiting>();
  const busy = new Set<object>();
  const share = createFairShare();
  let isDealing = false;

  const perform = async (turns: Waiting[], lane: object): Promise<void> => {
    busy.add(lane);
    for (const turn of turns) waiting.delete(turn);
    const began = performance.now();
    const outcomes = await Promise.all(turns.map(({ work }) => work()));
    const each = ((performance.now() - began) * threads) / turns.length;
    for (const { owner } of turns) owner.spent?.(each);
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
      while (busy.size < workers) {
        const turns = pickTurns(
          [...waiting].filter(({ lane }) => !busy.has(lane)),
          share,
          width,
        );
        const [first] = turns;
        if (!first) return;
        void perform(turns, first.lane);
      }
    });
  };

  return {
    load: () => ({ waiting: waiting.size, working: busy.size }),
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

/** Those whose turn it is, and charges them: one, or as many answers of its lane as are written together. */
function pickTurns(free: readonly Waiting[], share: FairShare, width: number): Waiting[] {
  const picked: Waiting[] = [];
  let candidates = free;
  while (candidates.length > 0 && picked.length < width) {
    const next = candidates[share.next(candidates.map(({ path }) => path)) ?? 0];
    if (!next) break;
    share.charge(next.path, next.cost);
    picked.push(next);
    if (next.kind !== 'answer') break;
    candidates = candidates.filter((other) => other !== next && other.lane === next.lane && other.kind === 'answer');
  }
  return picked;
}

function pathOf({ owner, kind }: Turn): readonly Share[] {
  return [
    owner.priority === 'person' ? persons : batches,
    kind === 'answer' ? answers : prompts,
    { name: owner.run, weight: 1 },
  ];
}
