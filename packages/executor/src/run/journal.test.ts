import type { RunEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createJournal, type Journal } from './journal.ts';

interface Written {
  readonly journal: Journal;
  readonly batches: RunEvent[][];
  readonly published: RunEvent[];
  readonly failures: unknown[];
  /** Lets the write that waits end. */
  commit(): Promise<void>;
}

/** A journal over a log that commits when the test says so. */
function openJournal(fail = false): Written {
  const batches: RunEvent[][] = [];
  const published: RunEvent[] = [];
  const failures: unknown[] = [];
  const commits: (() => void)[] = [];
  const journal = createJournal({
    runId: 'run',
    lastSeq: 0,
    log: {
      append: (_runId, events) => {
        batches.push([...events]);
        return new Promise((resolve, reject) => commits.push(fail ? () => reject(new Error('full')) : resolve));
      },
      events: async () => [],
      park: async () => undefined,
    },
    listener: { event: (_runId, events) => void published.push(...events), transient: () => undefined },
    onFailure: (error) => void failures.push(error),
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const commit = async (): Promise<void> => {
    await settle();
    commits.shift()?.();
    await settle();
  };
  return { journal, batches, published, failures, commit };
}

const event = (journal: Journal): RunEvent => ({ type: 'run-cancel', seq: journal.next(), at: 0 });

test('what comes in one turn is one batch; what comes while it is written is the next', async () => {
  const { journal, batches, commit } = openJournal();
  journal.write(event(journal));
  journal.write(event(journal));
  await Promise.resolve();
  await Promise.resolve();
  journal.write(event(journal));
  journal.write(event(journal));
  await commit();
  expect(batches.map((batch) => batch.map(({ seq }) => seq))).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('publishes after the commit, and only then lets what waits go on', async () => {
  const { journal, published, commit } = openJournal();
  const order: string[] = [];
  journal.write(event(journal), () => order.push(`went on after ${published.length} published`));
  await Promise.resolve();
  expect(published).toEqual([]);
  await commit();
  expect(order).toEqual(['went on after 1 published']);
});

test('what nothing waits for goes with the next batch', async () => {
  const { journal, batches, commit } = openJournal();
  journal.writeLazily(event(journal));
  await commit();
  expect(batches).toEqual([]);
  journal.write(event(journal));
  await commit();
  expect(batches[0]).toHaveLength(2);
});

test('a log that cannot be written is told once; nothing is published or written after', async () => {
  const { journal, batches, published, failures, commit } = openJournal(true);
  journal.write(event(journal));
  await commit();
  journal.write(event(journal));
  await commit();
  expect(failures).toMatchObject([{ code: 'run-log-failed' }]);
  expect([batches.length, published.length]).toEqual([1, 0]);
});
