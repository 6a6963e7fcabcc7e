import { Problem } from '@jacquard/flow';
import type { ThreadCalls } from '../threads/thread-calls.ts';

/** A thread that embeds batches: vectors of length 1, one after the other. */
export type BatchThread = ThreadCalls<readonly string[], Float32Array>;

/** The line before a thread that embeds. */
export interface BatchQueue {
  /**
   * The vectors of a batch, one after the other. `urgent` ones overtake all that is not yet being computed. Rejects with
   * the signal's reason at once, and with `embeddings-unavailable` when the thread fails.
   */
  embed(texts: readonly string[], options: { urgent: boolean; signal: AbortSignal | undefined }): Promise<Float32Array>;
}

interface Waiting {
  readonly texts: readonly string[];
  readonly resolve: (vectors: Float32Array) => void;
  readonly reject: (error: unknown) => void;
}

// One batch is computed while the next one lies ready in the thread, so that it never waits for this side.
const sentAtOnce = 2;

/** See {@link BatchQueue}. `name` is that of the embeddings, for problems. */
export function createBatchQueue(thread: BatchThread, name: string): BatchQueue {
  const urgent: Waiting[] = [];
  const patient: Waiting[] = [];
  let sent = 0;

  const send = ({ texts, resolve, reject }: Waiting): void => {
    sent += 1;
    thread
      .call(texts)
      .then(resolve, (error: unknown) => reject(unavailable(name, error)))
      .finally(() => {
        sent -= 1;
        sendNext();
      });
  };
  const sendNext = (): void => {
    const next = sent < sentAtOnce ? (urgent.shift() ?? patient.shift()) : undefined;
    if (next) send(next);
  };

  return {
    embed(texts, { urgent: isUrgent, signal }) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const { promise, resolve, reject } = Promise.withResolvers<Float32Array>();
      const waiting = { texts, resolve, reject };
      const line = isUrgent ? urgent : patient;
      const abort = (): void => {
        const at = line.indexOf(waiting);
        if (at >= 0) line.splice(at, 1);
        reject(signal?.reason); // one that is computed already is computed for nobody
      };
      line.push(waiting);
      signal?.addEventListener('abort', abort, { once: true });
      sendNext();
      return promise.finally(() => signal?.removeEventListener('abort', abort));
    },
  };
}

function unavailable(name: string, error: unknown): Problem {
  const reason = Problem.is(error) ? (error.params['reason'] ?? error.code) : String(error);
  return new Problem('embeddings-unavailable', { name, reason }, { kind: 'operational', cause: error });
}
