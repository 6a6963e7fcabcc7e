import { Problem, type JsonValue } from '@jacquard/flow';
import type { KnowledgeLog } from '../create-knowledge.ts';
import { createIdleWorker } from './idle-worker.ts';

/** What a thread is sent. */
export interface ThreadRequest {
  readonly id: number;
  readonly request: unknown;
}

/** What it answers: a result, a problem, or why there is neither. */
export type ThreadAnswer = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> }
  | { readonly reason: string }
);

/** Calls of functions that run in a thread of their own. The thread is started by the first call and ends when idle. */
export interface ThreadCalls<Request, Result> {
  /** Rejects with the thread's problem; with `knowledge-thread-failed` when it failed otherwise, or died. */
  call(request: Request): Promise<Result>;
  close(): Promise<void>;
}

/** What a thread is made of. */
export interface ThreadOptions {
  /** A program that calls `serveThread`. */
  readonly script: URL;
  readonly log: KnowledgeLog;
  /** Milliseconds without a call after which it ends and its memory is freed. */
  readonly idleAfter?: number | undefined;
}

interface Pending<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

const twoMinutes = 120_000;

/** See {@link ThreadCalls}. The types are those of the script's own function. */
export function createThreadCalls<Request, Result>({
  script,
  log,
  idleAfter = twoMinutes,
}: ThreadOptions): ThreadCalls<Request, Result> {
  const pending = new Map<number, Pending<Result>>();
  let lastId = 0;

  const loseAll = (reason: string): void => {
    const lost = [...pending.values()];
    pending.clear();
    for (const { reject } of lost) reject(failure(reason));
  };
  const settle = (message: unknown): void => {
    const answer = message as ThreadAnswer; // boundary: our own thread's
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    if ('result' in answer) call?.resolve(answer.result as Result); // boundary: the script's own function made it
    else call?.reject('code' in answer ? new Problem(answer.code, answer.params) : failure(answer.reason));
    if (pending.size === 0) worker.rest();
  };
  const worker = createIdleWorker({ script, log, idleAfter, onMessage: settle, onDeath: loseAll });

  return {
    call(request) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const id = (lastId += 1);
      pending.set(id, { resolve, reject });
      worker.post({ id, request } satisfies ThreadRequest);
      return promise;
    },
    async close() {
      loseAll('closed');
      await worker.close();
    },
  };
}

function failure(reason: string): Problem {
  return new Problem('knowledge-thread-failed', { reason }, { kind: 'operational' });
}
