import type { KeptOutputs, RunValues } from '../interfaces.ts';
import type { Values } from '../schedule/run-state.ts';

/** Looks kept outputs up and keeps new ones, those of one turn of the event loop in one call. */
export interface KeptLookup {
  /** What is kept under the first of the keys that has anything. */
  find(keys: readonly string[]): Promise<KeptOutputs | undefined>;
  keep(key: string, outputs: Values): void;
  settled(): Promise<void>;
}

/** Asks and keeps for one run, which then holds the large values that it was given. */
export function createKeptLookup(values: RunValues, runId: string): KeptLookup {
  let asked: { readonly keys: readonly string[]; answer(kept: KeptOutputs | undefined): void }[] = [];
  let entries: { key: string; runId: string; outputs: Values }[] = [];
  let keeping: Promise<void> = Promise.resolve();

  const ask = async (): Promise<void> => {
    const batch = asked;
    asked = [];
    // What can't be looked up is run again: kept values spare work, nothing hangs on them.
    const found = await values.kept([...new Set(batch.flatMap(({ keys }) => keys))], runId).catch(() => undefined);
    for (const { keys, answer } of batch) {
      const key = keys.find((one) => found?.has(one) === true);
      answer(key === undefined ? undefined : found?.get(key));
    }
  };
  const write = async (): Promise<void> => {
    await keeping;
    const batch = entries;
    entries = [];
    if (batch.length > 0) await values.keep(batch).catch(() => undefined); // as above
  };
  return {
    find: (keys) => {
      return new Promise((answer) => {
        if (asked.length === 0) queueMicrotask(() => void ask());
        asked.push({ keys, answer });
      });
    },
    keep: (key, outputs) => {
      entries.push({ key, runId, outputs });
      if (entries.length === 1) keeping = write();
    },
    settled: () => keeping,
  };
}
