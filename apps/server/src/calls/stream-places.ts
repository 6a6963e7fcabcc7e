import { Problem } from '@jacquard/flow';
import { mayReach, parseFlowAddress, type Principal, type SpaceRuntime } from '@jacquard/runtime';
import type { Request } from 'express';

/** Where a reader was when its connection broke. */
export interface StreamPlace {
  readonly runId: string;
  readonly seq: number;
}

/** Reads `Last-Event-ID: RUN:SEQ`. What has another form is none of ours, and names no place. */
export function streamPlaceOf(request: Request): StreamPlace | undefined {
  const [, runId, seq] = /^([\w-]{1,100}):(\d{1,12})$/.exec(request.get('last-event-id') ?? '') ?? [];
  return runId === undefined ? undefined : { runId, seq: Number(seq) };
}

/**
 * Whether there is more to tell one who comes back: nothing is started. Throws `run-not-found` unless the run is this flow's, and the
 * principal's to see.
 */
export async function hasMore(
  { runs }: Pick<SpaceRuntime, 'runs'>,
  { runId, seq }: StreamPlace,
  address: string,
  principal: Principal,
): Promise<boolean> {
  const run = await runs.get(runId);
  if (!mayReach(principal, run) || run.flowId !== parseFlowAddress(address).id)
    throw new Problem('run-not-found', { id: runId });
  return run.status === 'running' || seq < run.lastSeq;
}

/** Milliseconds in which one whose connection broke may come back before its run is ended. */
const patience = 30_000;

/** Runs that are watched by readers who come back: a run ends when nobody has come back for a while. */
export class LingeringRuns {
  readonly #readers = new Map<string, number>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #end: (runId: string) => void;

  constructor(end: (runId: string) => void) {
    this.#end = end;
  }

  /** A run was started for a reader who may leave and come back. */
  hold(runId: string): void {
    this.#readers.set(runId, 0);
  }

  /** A reader is here. Returns what tells that it has left. */
  enter(runId: string): () => void {
    const count = this.#readers.get(runId);
    if (count === undefined) return () => undefined;
    clearTimeout(this.#timers.get(runId));
    this.#timers.delete(runId);
    this.#readers.set(runId, count + 1);
    return () => this.#leave(runId);
  }

  /** The run has ended, or goes on without readers. */
  release(runId: string): void {
    clearTimeout(this.#timers.get(runId));
    this.#timers.delete(runId);
    this.#readers.delete(runId);
  }

  #leave(runId: string): void {
    const count = this.#readers.get(runId);
    if (count === undefined) return;
    this.#readers.set(runId, count - 1);
    if (count > 1) return;
    const timer = setTimeout(() => {
      this.release(runId);
      this.#end(runId);
    }, patience);
    this.#timers.set(runId, timer.unref());
  }
}
