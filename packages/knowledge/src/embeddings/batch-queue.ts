import { Problem } from '@jacquard/flow';
import type { ThreadCalls } from '../threads/thread-calls.ts';

/** A thread that embeds batches: vectors of length 1, one after the other. */
export type BatchThread = ThreadCalls<readonly string[], Float32Array>;

/** The line before a thread that embeds. */
export interface BatchQueue {
  /**
   * One vector a text, in order. Texts of several calls share batches, so that many small ones are as quick as a large one.
   * `urgent` ones overtake all that is not yet being computed. Rejects with the signal's reason at once, and with
   * `embeddings-unavailable` when the thread fails.
   */
  embed(
    texts: readonly string[],
    options: { urgent: boolean; signal: AbortSignal | undefined },
  ): Promise<readonly Float32Array[]>;
}

interface Job {
  readonly vectors: Float32Array[];
  left: number;
  readonly resolve: (vectors: readonly Float32Array[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Item {
  readonly job: Job;
  readonly at: number;
  readonly text: string;
}

// Larger batches are no faster, and a question waits for at most two of them.
const batchTexts = 8;
const batchCharacters = 3_200;
// One batch is computed while the next one lies ready in the thread, so that it never waits for this side.
const sentAtOnce = 2;

/** See {@link BatchQueue}. `name` is that of the embeddings, for problems. */
export function createBatchQueue(thread: BatchThread, name: string): BatchQueue {
  let urgent: Item[] = [];
  let patient: Item[] = [];
  let sent = 0;

  const giveUp = (job: Job, reason: unknown): void => {
    urgent = urgent.filter((item) => item.job !== job);
    patient = patient.filter((item) => item.job !== job);
    job.reject(reason);
  };
  const sendNext = (): void => {
    const items = sent < sentAtOnce ? takeBatch(urgent.length > 0 ? urgent : patient) : [];
    if (items.length === 0) return;
    sent += 1;
    thread
      .call(items.map(({ text }) => text))
      .then(
        (vectors) => handOut(items, vectors),
        (error: unknown) => {
          for (const job of new Set(items.map((item) => item.job))) giveUp(job, unavailable(name, error));
        },
      )
      .finally(() => {
        sent -= 1;
        sendNext();
      });
    sendNext();
  };

  return {
    embed(texts, { urgent: isUrgent, signal }) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (texts.length === 0) return Promise.resolve([]);
      const { promise, resolve, reject } = Promise.withResolvers<readonly Float32Array[]>();
      const job: Job = { vectors: [], left: texts.length, resolve, reject };
      const line = isUrgent ? urgent : patient;
      for (const [at, text] of texts.entries()) line.push({ job, at, text });
      const abort = (): void => giveUp(job, signal?.reason); // what is computed already is computed for nobody
      signal?.addEventListener('abort', abort, { once: true });
      sendNext();
      return promise.finally(() => signal?.removeEventListener('abort', abort));
    },
  };
}

function takeBatch(line: Item[]): Item[] {
  let characters = 0;
  const fits = line.slice(0, batchTexts).findIndex(({ text }, index) => {
    characters += text.length;
    return index > 0 && characters > batchCharacters;
  });
  return line.splice(0, fits < 0 ? batchTexts : fits);
}

function handOut(items: readonly Item[], vectors: Float32Array): void {
  const dimensions = vectors.length / items.length;
  for (const [index, { job, at }] of items.entries()) {
    job.vectors[at] = vectors.subarray(index * dimensions, (index + 1) * dimensions);
    job.left -= 1;
    if (job.left === 0) job.resolve(job.vectors);
  }
}

function unavailable(name: string, error: unknown): Problem {
  const reason = Problem.is(error) ? (error.params['reason'] ?? error.code) : String(error);
  return new Problem('embeddings-unavailable', { name, reason }, { kind: 'operational', cause: error });
}
