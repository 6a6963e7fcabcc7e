import { Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { RunListener, RunLog, SessionMessage } from '../interfaces.ts';

/** How long an event that nothing waits for may lie before it is written, in milliseconds. */
const patience = 50;

/** Steps that start in one turn of the event loop; the server answers others in between. */
const atOnce = 256;

export interface JournalOptions {
  readonly runId: string;
  readonly log: RunLog;
  readonly listener: RunListener | undefined;
  /** The number of the last event that the log already has. */
  readonly lastSeq: number;
  /** The log can't be written: the run can't go on. */
  onFailure(error: unknown): void;
}

/**
 * Numbers a run's events without gaps and writes them in batches, one at a time: all events of one turn of the event
 * loop, or those that came while the batch before was written. After a commit it publishes, then calls what waited.
 */
export interface Journal {
  /** The number for the next event, which must then be written. */
  next(): number;
  /** `then` is called once the event is durable. */
  write(event: RunEvent, then?: () => void): void;
  /** For events that nothing waits for: they go with the next batch, or after a short while. */
  writeLazily(event: RunEvent): void;
  /** Written in the transaction of the next batch. */
  attachSession(session: { readonly sessionId: string; readonly messages: readonly SessionMessage[] }): void;
  /** Resolves once all that was written is durable. */
  settled(): Promise<void>;
  /** No more batches. */
  stop(): void;
}

/** A journal that goes on after `lastSeq`. A write that fails ends it by `onFailure`; nothing that waited is called then. */
export function createJournal({ runId, log, listener, lastSeq, onFailure }: JournalOptions): Journal {
  let seq = lastSeq;
  let events: RunEvent[] = [];
  let waiting: (() => void)[] = [];
  let session: Parameters<Journal['attachSession']> | [] = [];
  let isScheduled = false;
  let isWriting = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastWrite: Promise<void> = Promise.resolve();

  const flush = (): void => {
    isScheduled = false;
    if (isWriting || isStopped || events.length === 0) return;
    clearTimeout(timer);
    timer = undefined;
    const [batch, callbacks] = [events, waiting];
    [events, waiting] = [[], []];
    isWriting = true;
    const append = log.append(runId, batch, ...session);
    session = [];
    lastWrite = append.then(() => committed(batch, callbacks)).catch(failed);
  };
  const committed = (batch: readonly RunEvent[], callbacks: readonly (() => void)[]): void => {
    isWriting = false;
    listener?.event(runId, batch);
    callAll(callbacks, 0);
    if (events.length > 0) schedule();
  };
  const failed = (error: unknown): void => {
    isStopped = true;
    onFailure(Problem.is(error) ? error : new Problem('run-log-failed', {}, { kind: 'operational', cause: error }));
  };
  const schedule = (): void => {
    if (isScheduled || isWriting || isStopped) return;
    isScheduled = true;
    queueMicrotask(flush);
  };
  const wait = (resolve: () => void): void => {
    waiting.push(resolve);
    schedule();
  };
  return {
    next: () => (seq += 1),
    write: (event, then = nothing) => {
      events.push(event);
      wait(then);
    },
    writeLazily: (event) => {
      events.push(event);
      timer ??= setTimeout(flush, patience);
    },
    attachSession: (added) => void (session = [added]),
    settled: () => (events.length === 0 ? lastWrite : new Promise(wait)),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

const nothing = (): void => undefined;

function callAll(callbacks: readonly (() => void)[], from: number): void {
  const until = Math.min(callbacks.length, from + atOnce);
  for (let at = from; at < until; at += 1) callbacks[at]?.();
  if (until < callbacks.length) setImmediate(() => callAll(callbacks, until));
}
