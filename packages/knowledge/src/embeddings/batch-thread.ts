import { Problem } from '@jacquard/flow';
import type { KnowledgeLog } from '../create-knowledge.ts';
import { createIdleWorker } from './idle-worker.ts';

/** What the thread is sent. */
export interface BatchRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What it answers: vectors one after the other, or why there are none. */
export type BatchAnswer = { readonly id: number } & (
  | { readonly vectors: Float32Array<ArrayBuffer> }
  | { readonly reason: string }
);

/** A thread that embeds batches, one at a time. */
export interface BatchThread {
  /**
   * The vectors of a batch, one after the other. `urgent` ones overtake all that is not yet being computed. Rejects with
   * the signal's reason at once, and with `embeddings-unavailable` when the thread dies.
   */
  embed(texts: readonly string[], options: { urgent: boolean; signal: AbortSignal | undefined }): Promise<Float32Array>;
  close(): Promise<void>;
}

/** What a thread is made of. `name` is that of the embeddings, for problems. */
export interface BatchThreadOptions {
  readonly script: URL;
  readonly name: string;
  readonly log: KnowledgeLog;
  /** Milliseconds. */
  readonly idleAfter?: number | undefined;
}

interface Waiting extends BatchRequest {
  readonly resolve: (vectors: Float32Array) => void;
  readonly reject: (error: unknown) => void;
}

// One batch is computed while the next one lies ready in the thread, so that it never waits for this side.
const sentAtOnce = 2;
const twoMinutes = 120_000;

/** See {@link BatchThread}. */
export function createBatchThread({ script, name, log, idleAfter = twoMinutes }: BatchThreadOptions): BatchThread {
  const urgent: Waiting[] = [];
  const patient: Waiting[] = [];
  const sent = new Map<number, Waiting>();
  let lastId = 0;

  const loseAll = (reason: string): void => {
    const lost = [...sent.values(), ...urgent.splice(0), ...patient.splice(0)];
    sent.clear();
    const problem = new Problem('embeddings-unavailable', { name, reason }, { kind: 'operational' });
    for (const { reject } of lost) reject(problem);
  };
  const settle = (message: unknown): void => {
    const answer = message as BatchAnswer; // boundary: our own thread's
    const request = sent.get(answer.id);
    sent.delete(answer.id);
    if ('vectors' in answer) request?.resolve(answer.vectors);
    else request?.reject(new Problem('embeddings-unavailable', { name, reason: answer.reason }, { kind: 'bug' }));
    sendNext();
  };
  const worker = createIdleWorker({ script, log, idleAfter, onMessage: settle, onDeath: loseAll });
  const sendNext = (): void => {
    while (sent.size < sentAtOnce) {
      const next = urgent.shift() ?? patient.shift();
      if (!next) break;
      sent.set(next.id, next);
      worker.post({ id: next.id, texts: next.texts } satisfies BatchRequest);
    }
    if (sent.size === 0) worker.rest();
  };

  return {
    embed(texts, { urgent: isUrgent, signal }) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const { promise, resolve, reject } = Promise.withResolvers<Float32Array>();
      const id = (lastId += 1);
      const line = isUrgent ? urgent : patient;
      line.push({ id, texts, resolve, reject });
      const abort = (): void => {
        const at = line.findIndex((waiting) => waiting.id === id);
        if (at >= 0) line.splice(at, 1);
        reject(signal?.reason); // one that is computed already is computed for nobody
      };
      signal?.addEventListener('abort', abort, { once: true });
      sendNext();
      return promise.finally(() => signal?.removeEventListener('abort', abort));
    },
    async close() {
      loseAll('closed');
      await worker.close();
    },
  };
}
