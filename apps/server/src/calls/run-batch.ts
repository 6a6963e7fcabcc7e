import { setTimeout as delay } from 'node:timers/promises';
import { Problem, type Language } from '@jacquard/flow';
import { batchItemSchema, type BatchItem, type InvokeRequestBody } from '@jacquard/protocol';
import type { SpaceRuntime } from '@jacquard/runtime';
import { toProblem } from '../answer-problem.ts';
import { cancelWith } from '../cancel-with.ts';
import { problemDocument } from '../problem-document.ts';
import { problemStatus } from '../problem-status.ts';
import { answerOfRun, problemOfRun, waitForCall } from './answer-of-run.ts';
import { startCall, type ReadCall, type StartedCall } from './start-call.ts';

/** Seconds that an item waits at most, at a time, where the server or a limit has no room for it yet; and milliseconds altogether. */
const [longestPause, patience] = [5, 60_000];

export interface Batch {
  readonly call: Omit<ReadCall, 'body' | 'signal'>;
  readonly items: readonly InvokeRequestBody[];
  readonly concurrency: number;
  readonly language: Language;
  /** Ends the batch: no item begins any more, and what goes on ends, unless the batch has a key. */
  readonly signal: AbortSignal;
  /** Takes an item when it has ended; the next begins when this has resolved. */
  give(item: BatchItem): Promise<void> | void;
}

/** Runs all items, so many at a time, in their order. Each fails for itself. Resolves when all that began has ended. */
export async function runBatch(main: SpaceRuntime, batch: Batch): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < batch.items.length && !batch.signal.aborted) {
      const index = next;
      next += 1;
      const body = batch.items[index] ?? {};
      await batch.give(await runItem(main, batch, body, index));
    }
  };
  await Promise.all(Array.from({ length: Math.min(batch.concurrency, batch.items.length) }, work));
}

async function runItem(main: SpaceRuntime, batch: Batch, body: InvokeRequestBody, index: number): Promise<BatchItem> {
  const { call, language, signal } = batch;
  let started: StartedCall | undefined;
  try {
    const key = call.key === undefined ? undefined : `${call.key}#${index}`;
    started = await startPatiently(main, { ...call, body, key, signal });
    if (key === undefined && started.handle !== undefined) cancelWith(started.handle, signal);
    const outcome = await waitForCall(main, started);
    const { status, runId } = outcome;
    if (status === 'completed' || status === 'paused')
      return batchItemSchema.parse({ index, status, ...answerOfRun(outcome, started.sessionId) });
    return { index, status, runId, problem: problemDocument(problemOfRun(outcome).toData(), language) };
  } catch (error) {
    const problem = problemDocument(toProblem(error).toData(), language);
    if (started === undefined) return { index, status: 'refused', problem };
    return { index, status: 'interrupted', runId: started.runId, problem };
  }
}

/** Where there is no room for another run just now, an item waits: that it comes with many others is no reason to fail. */
async function startPatiently(main: SpaceRuntime, call: ReadCall): Promise<StartedCall> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await startCall(main, call);
    } catch (error) {
      const wait = Problem.is(error) && problemStatus(error) === 429 ? error.retryAfter : undefined;
      if (wait === undefined || wait > longestPause || Date.now() + wait * 1_000 > until) throw error;
      await delay(wait * 1_000, undefined, { signal: call.signal });
    }
  }
}
