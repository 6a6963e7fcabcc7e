import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '@jacquard/flow';
import { databaseProblem, isBusy } from './database-problem.ts';

/** What the queue needs of a connection. */
export interface Transactions {
  readonly file: string;
  begin(): void;
  commit(): void;
  /** Does nothing when SQLite has already rolled back by itself, as it does on a full disk. */
  rollback(): void;
}

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (problem: Problem) => void;
}

/** Commits in groups; `drain` resolves once all that was written before is committed or refused. */
export interface WriteQueue {
  /**
   * Runs `work` inside a transaction, resolving after its commit. All that arrives in one tick shares a transaction: a
   * commit costs more than its rows. `work` checks before it writes: a `Problem` thrown by it refuses this work alone.
   * It runs again, alone, when the group's transaction failed.
   */
  write<T>(work: () => T): Promise<T>;
  drain(): Promise<void>;
}

type Outcome = { readonly value: unknown } | { readonly problem: Problem };

/** @param patience Milliseconds to wait for another process's lock before `store-locked`. */
export function createWriteQueue(transactions: Transactions, patience: number): WriteQueue {
  let waiting: Waiting[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const failure = await beginPatiently(transactions, patience);
      const group = waiting;
      waiting = [];
      if (failure === undefined) settle(group, commitGroup(transactions, group));
      else for (const { reject } of group) reject(failure);
    }
    flushing = undefined;
  }

  return {
    write<T>(work: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        // boundary: the value that `resolve` gets is the one that this very `work` returned.
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        flushing ??= flush();
      });
    },
    async drain() {
      await flushing;
    },
  };
}

/** Begins a transaction without blocking the process while another one writes. */
async function beginPatiently(transactions: Transactions, patience: number): Promise<Problem | undefined> {
  const deadline = performance.now() + patience;
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    try {
      transactions.begin();
      return undefined;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) return databaseProblem(error, transactions.file);
      await delay(pause);
    }
  }
}

/** Commits the works of a group in the transaction that has begun. If that fails as a whole, each gets one of its own. */
function commitGroup(transactions: Transactions, group: readonly Waiting[]): Outcome[] {
  try {
    return commit(transactions, group);
  } catch (error) {
    if (group.length === 1) return [{ problem: databaseProblem(error, transactions.file) }];
    return group.map((one) => commitAlone(transactions, one));
  }
}

function commitAlone(transactions: Transactions, one: Waiting): Outcome {
  try {
    transactions.begin();
    return commit(transactions, [one])[0] ?? { value: undefined };
  } catch (error) {
    return { problem: databaseProblem(error, transactions.file) };
  }
}

function commit(transactions: Transactions, group: readonly Waiting[]): Outcome[] {
  try {
    const outcomes = group.map(({ work }) => runWork(work));
    transactions.commit();
    return outcomes;
  } catch (error) {
    transactions.rollback();
    throw error;
  }
}

function runWork(work: () => unknown): Outcome {
  try {
    return { value: work() };
  } catch (error) {
    if (Problem.is(error)) return { problem: error };
    throw error;
  }
}

function settle(group: readonly Waiting[], outcomes: readonly Outcome[]): void {
  for (const [index, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[index];
    if (outcome !== undefined && 'problem' in outcome) reject(outcome.problem);
    else resolve(outcome?.value);
  }
}
