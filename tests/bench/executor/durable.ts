import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunLog } from '@jacquard/executor';
import type { RunEvent } from '@jacquard/protocol';
import { openStores } from '@jacquard/stores';

/** How long a commit holds: `normal` through the death of the process, `full` through the loss of power. */
export type Durability = 'normal' | 'full';

/** A folder for one measurement, gone afterwards. */
export async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The log of the product's stores, and what it was given, batch by batch. */
export interface DurableLog extends RunLog {
  readonly batches: readonly (readonly RunEvent[])[];
  close(): Promise<void>;
}

const space = 'main';
const owner = 'bench';

export async function openDurableLog(home: string, durability: Durability): Promise<DurableLog> {
  const stores = await openStores({ home, durability });
  const batches: (readonly RunEvent[])[] = [];
  return {
    batches,
    append: async (runId, events) => {
      const begin = events[0];
      const created =
        begin?.type !== 'run-start'
          ? undefined
          : stores.runs.create(space, {
              id: runId,
              flowId: begin.flowId,
              startedAt: begin.at,
              lease: { owner, until: Infinity },
            });
      batches.push(events);
      await Promise.all([created, stores.runs.append(space, { runId, owner, events })]);
    },
    events: (runId, after) => stores.runs.events(space, runId, after),
    park: (runId) => stores.runs.park(space, runId, owner),
    close: () => stores.close(),
  };
}

/** Writes the same rows in the same transactions with nothing around them but SQLite. Returns milliseconds. */
export function writeBare(folder: string, durability: Durability, batches: readonly (readonly RunEvent[])[]): number {
  const database = new DatabaseSync(join(folder, `bare-${performance.now()}.db`));
  database.exec(`pragma journal_mode = wal; pragma synchronous = ${durability}; pragma temp_store = memory;
    create table run_events (run integer not null, seq integer not null, event text not null, primary key (run, seq)) strict, without rowid`);
  const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')];
  const insert = database.prepare('insert into run_events values (1, ?, ?)');
  const begun = performance.now();
  let seq = 0;
  for (const events of batches) {
    begin.run();
    for (const event of events) insert.run((seq += 1), JSON.stringify(event));
    commit.run();
  }
  const took = performance.now() - begun;
  database.close();
  return took;
}
