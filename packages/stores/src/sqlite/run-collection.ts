import type { RunStore, Space } from '../interfaces.ts';
import type { Database } from './database.ts';
import { createKeptOutputsWalk } from './kept-outputs-walk.ts';

/** Deletes a run and all that hangs on it alone, inside the caller's transaction. Its kept outputs count as absent then. */
export type ForgetRun = (space: Space, runId: string) => void;

/** Runs deleted in one transaction: others shall not wait long for the lock. */
const runsPerTransaction = 10;
/** Runs looked at in one go. */
const runsPerLook = 500;

/** Prepares the statements once; deleting a run then costs what hangs on it. */
export function createForgetRun(database: Database): ForgetRun {
  const events = database.prepare(
    'delete from run_events where run = (select number from runs where space = ? and id = ?)',
  );
  const others = [
    `delete from file_holders where space = ? and holder_kind = 'run' and holder_id = ?`,
    `delete from large_values where space = ?1 and ref in (select ref from value_holders where space = ?1 and run_id = ?2)
     and not exists (select 1 from value_holders h where h.space = ?1 and h.ref = large_values.ref and h.run_id <> ?2)`,
    'delete from value_holders where space = ? and run_id = ?',
    'delete from call_keys where space = ? and run_id = ?',
    'delete from webhooks where space = ? and run_id = ?',
    'delete from runs where space = ? and id = ?',
  ].map((sql) => database.prepare(sql));
  return (space, runId) => {
    events.run(space, runId);
    for (const statement of others) statement.run(space, runId);
  };
}

/** Prepares `RunStore.collect`: ended, unpinned runs go by age, then by what all runs take, the oldest first. */
export function createRunCollection(database: Database, forget: ForgetRun): RunStore['collect'] {
  const forgetAll = createForgetAll(database, forget);
  const measure = createMeasure(database);
  const walkKept = createKeptOutputsWalk(database);
  const oldest = database.prepare<{ id: string }>(
    `select id from runs where space = ? and started_at < ? and pinned = 0 and status not in ('running', 'paused')
     order by started_at, number limit ?`,
  );

  async function forgetOld(space: Space, before: number): Promise<number> {
    const runIds = await database.read(() => oldest.all(space, before, runsPerLook).map(({ id }) => id));
    if (runIds.length === 0) return 0;
    return (await forgetAll(space, runIds)) + (await forgetOld(space, before));
  }

  async function forgetLarge(space: Space, excess: number): Promise<number> {
    const kept = new Map<string, number>();
    await walkKept(space, (runId, bytes) => kept.set(runId, (kept.get(runId) ?? 0) + bytes));
    let [count, rest] = [0, excess];
    while (rest > 0) {
      const runs = await database.read(() => measure.oldest.all(space, runsPerLook));
      const chosen: string[] = [];
      for (const { id, bytes } of runs) {
        if (rest <= 0) break;
        chosen.push(id);
        rest -= bytes + (kept.get(id) ?? 0);
      }
      const forgotten = await forgetAll(space, chosen);
      if (forgotten === 0) break;
      count += forgotten;
    }
    return count;
  }

  return async (space, { before, maxBytes }) => {
    const aged = await forgetOld(space, before);
    let bytes = (await database.read(() => measure.all.get(space)))?.bytes ?? 0;
    await walkKept(space, (_runId, size) => (bytes += size));
    return bytes <= maxBytes ? aged : aged + (await forgetLarge(space, bytes - maxBytes));
  };
}

function createMeasure(database: Database) {
  return {
    all: database.prepare<{ bytes: number }>(
      `select coalesce((select sum(bytes) from runs where space = ?1), 0)
         + coalesce((select sum(octet_length(value)) from large_values where space = ?1), 0) as bytes`,
    ),
    oldest: database.prepare<{ id: string; bytes: number }>(
      `select id, bytes + coalesce((select sum(octet_length(value)) from value_holders h
           join large_values v on v.space = h.space and v.ref = h.ref
           where h.space = r.space and h.run_id = r.id), 0) as bytes
       from runs r where space = ? and pinned = 0 and status not in ('running', 'paused') order by started_at, number limit ?`,
    ),
  };
}

function createForgetAll(database: Database, forget: ForgetRun) {
  // Asked again inside the transaction: it may have been pinned or deleted meanwhile.
  const isFree = database.prepare(
    `select 1 from runs where space = ? and id = ? and pinned = 0 and status not in ('running', 'paused')`,
  );
  return async (space: Space, runIds: readonly string[]): Promise<number> => {
    let count = 0;
    for (let start = 0; start < runIds.length; start += runsPerTransaction) {
      const some = runIds.slice(start, start + runsPerTransaction);
      count += await database.write(() => {
        const free = some.filter((runId) => isFree.get(space, runId) !== undefined);
        for (const runId of free) forget(space, runId);
        return free.length;
      });
    }
    return count;
  };
}
