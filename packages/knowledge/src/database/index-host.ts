import { Problem } from '@jacquard/flow';
import type { KnowledgeLog } from '../create-knowledge.ts';
import { createIdleWorker } from '../threads/idle-worker.ts';
import type { IndexCalls } from './index-calls.ts';
import type { AnswerMessage, CallMessage } from './index-worker.ts';

type Parameters<Name extends keyof IndexCalls> = IndexCalls[Name] extends (
  context: never,
  ...parameters: infer Rest
) => unknown
  ? Rest
  : never;

/** Calls into the worker. */
export interface IndexHost {
  /** Rejects with the signal's reason at once; the worker leaves the work when it next looks. */
  call<Name extends keyof IndexCalls>(
    file: string,
    name: Name,
    parameters: Parameters<Name>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<IndexCalls[Name]>>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly file: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds after which an idle worker ends; the next call starts another, in a quarter of a second. */
const idleAfter = 600_000;

/** One worker for all indexes of the process: started when first needed, again after a crash. */
export function createIndexHost(log: KnowledgeLog): IndexHost {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const take = (id: number): Waiting | undefined => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.rest();
    return call;
  };
  const hear = (message: unknown): void => {
    const answer = message as AnswerMessage; // boundary: our own worker's
    if ('putAside' in answer) {
      log.warn(
        { file: answer.file, putAside: answer.putAside },
        'a damaged index was put aside; its base is built anew',
      );
    } else if ('result' in answer) {
      take(answer.id)?.resolve(answer.result);
    } else {
      const { code, params, kind } = answer.problem;
      take(answer.id)?.reject(new Problem(code, params, { kind, cause: answer.reason }));
    }
  };
  const loseAll = (reason: string): void => {
    for (const [id, { file, reject }] of waiting) {
      waiting.delete(id);
      reject(new Problem('knowledge-index-failed', { file, reason }, { kind: 'operational' }));
    }
  };
  const script = new URL('./index-worker.ts', import.meta.url);
  const worker = createIdleWorker({ script, log, idleAfter, onMessage: hear, onDeath: loseAll });
  return {
    call(file, name, parameters, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const id = (lastId += 1);
      const cancelled = new Int32Array(new SharedArrayBuffer(4));
      waiting.set(id, { file, resolve, reject });
      const abort = (): void => {
        Atomics.store(cancelled, 0, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      worker.post({ id, file, name, parameters, cancelled } satisfies CallMessage);
      // boundary: `indexCalls[name]` gave it.
      return promise.finally(() => signal?.removeEventListener('abort', abort)) as Promise<
        Awaited<ReturnType<IndexCalls[typeof name]>>
      >;
    },
    close: () => worker.close(),
  };
}
