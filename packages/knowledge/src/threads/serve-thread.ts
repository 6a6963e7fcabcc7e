import { getPriority, setPriority } from 'node:os';
import { parentPort, type TransferListItem } from 'node:worker_threads';
import { Problem } from '@jacquard/flow';
import type { ThreadAnswer, ThreadRequest } from './thread-calls.ts';

/** What a thread's function gives, with what is handed over instead of copied. */
export interface Handover {
  readonly result: unknown;
  readonly transfer?: readonly TransferListItem[] | undefined;
}

/** Answers calls by a function, for as long as this thread lives. They are begun in the order in which they come. */
export function serveThread(answer: (request: never) => Promise<Handover>): void {
  stepBack();
  const send = (message: ThreadAnswer, transfer: readonly TransferListItem[] = []): void =>
    parentPort?.postMessage(message, [...transfer]);
  parentPort?.on('message', ({ id, request }: ThreadRequest) => {
    // boundary: the caller's type is the function's own
    answer(request as never).then(
      ({ result, transfer }) => send({ id, result }, transfer),
      (error: unknown) => send(Problem.is(error) ? { id, ...error.toData() } : { id, reason: String(error) }),
    );
  });
}

// Nice values: 19 is the last in line.
const [stepsBack, last] = [5, 19];

/** On Linux a thread has a priority of its own: whoever waits for an answer of the server goes first. */
function stepBack(): void {
  if (process.platform === 'linux') setPriority(0, Math.min(last, getPriority(0) + stepsBack));
}
