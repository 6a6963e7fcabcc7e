import { parentPort } from 'node:worker_threads';
import { Problem, type ProblemData } from '@jacquard/flow';
import { loadLanguageTools } from '@jacquard/node-kit';
import { type CallContext, type IndexCalls, indexCalls } from './index-calls.ts';
import { createIndexConnection, type IndexConnection } from './index-connection.ts';
import { createVectorCache } from './vector-cache.ts';

/** What the host sends: one call. `cancelled[0]` becomes 1 when its caller no longer waits. */
export interface CallMessage {
  readonly id: number;
  readonly file: string;
  readonly name: keyof IndexCalls;
  readonly parameters: readonly unknown[];
  readonly cancelled: Int32Array;
}

/** What comes back. */
export type AnswerMessage =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: ProblemData; readonly reason: string }
  | { readonly file: string; readonly putAside: string };

/** Bytes of vectors that stay in memory, of all bases together: 170,000 of 384 dimensions. Beyond, sqlite-vec reads the file. */
const vectorMemory = 256 * 1024 * 1024;

const port = parentPort;
if (port === null) throw new Error('index-worker.ts is run by a worker');
const answer = (message: AnswerMessage): void => port.postMessage(message);
const vectors = createVectorCache(vectorMemory);
const indexes = new Map<string, IndexConnection>();

port.on('message', (message: CallMessage) => void serve(message));

async function serve({ id, file, name, parameters, cancelled }: CallMessage): Promise<void> {
  const check = (): void => {
    if (Atomics.load(cancelled, 0) === 1) throw new Problem('cancelled');
  };
  try {
    check();
    const context: CallContext = { index: indexOf(file), loadTools: loadLanguageTools, vectors, check };
    // boundary: the host's calls are typed by `IndexCalls`, which names this function and its parameters.
    const call = indexCalls[name] as (context: CallContext, ...parameters: readonly unknown[]) => unknown;
    const result = await call(context, ...parameters);
    if (name === 'close' || name === 'delete') indexes.delete(file);
    answer({ id, result });
  } catch (error) {
    const problem = Problem.is(error)
      ? error
      : new Problem('knowledge-index-failed', { file, reason: String(error) }, { kind: 'bug' });
    const cause = problem.cause ?? error;
    answer({
      id,
      problem: problem.toData(),
      reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    });
  }
}

function indexOf(file: string): IndexConnection {
  const index = indexes.get(file) ?? createIndexConnection(file, (putAside) => answer({ file, putAside }));
  indexes.set(file, index);
  return index;
}
