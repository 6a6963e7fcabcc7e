import type { RunStore, Space } from '../interfaces.ts';
import type { Database } from './database.ts';
import { createKeptSweep } from './sweep-kept-outputs.ts';

/** Deletes a run and all that hangs on it alone, inside the caller's transaction. */
export type ForgetRun = (space: Space, runId: string) => void;

/** Runs deleted in one transaction: others shall not wait long for the lock. */
const runsPerTransaction = 10;

export function createForgetRun(database: Database): ForgetRun {
  const events = database.prepare(
    'delete from run_events where run = (select number from runs where space = ? and id = ?)',
  );
  const others = [
    `delete from file_holders where space = ? and holder_kind = 'run' and holder_id = ?`,
    `delete from large_values where space = ?1 and ref in (select ref from value_holders where space = ?1 and run_id = ?2)
     and not exists (select 1 from value_holders h where h.space = ?1 and h.ref = large_values.ref and h.run_id <> ?2)`,
    'delete from value_holders where space = ? and run_id = ?',
    'delete from runs where space = ? and id = ?',
  ].map((sql) => database.prepare(sql));
  return (space, runId) => {
    events.run(space, runId);
    for (const statement of others) statement.run(space, runId);
  };
}

/** Prepares `RunStore.collect`: ended, unpinned runs go by age, then by what all runs take, the oldest first. */
export function createRunCollection(database: Database, forget: ForgetRun): RunStore['collect'] {
  const old = database.prepare<{ id: string }>(
    `select id from runs where space = ? and started_at < ? and pinned = 0 and status <> 'running'`,
  );
  // Asked again inside the transaction: it may have been pinned or deleted meanwhile.
  const isFree = database.prepare(
    `select 1 from runs where space = ? and id = ? and pinned = 0 and status <> 'running'`,
  );
  const sizes = database.prepare<{ id: string; bytes: number; isFixed: number }>(
    `select id, (pinned = 1 or status = 'running') as isFixed,
       bytes + coalesce((select sum(octet_length(value)) from value_holders h
         join large_values v on v.space = h.space and v.ref = h.ref
         where h.space = r.space and h.run_id = r.id), 0) as bytes
     from runs r where space = ? order by started_at, number`,
  );
  const sweepKept = createKeptSweep(database);

  async function forgetAll(space: Space, runIds: readonly string[]): Promise<number> {
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
  }

  return async (space, { before, maxBytes }) => {
    const byAge = await database.read(() => old.all(space, before).map(({ id }) => id));
    const aged = await forgetAll(space, byAge);
    const kept = await sweepKept(space);
    const runs = (await database.read(() => sizes.all(space))).map(({ id, bytes, isFixed }) => {
      return { id, isFixed, bytes: bytes + (kept.get(id) ?? 0) };
    });
    let excess = runs.reduce((sum, run) => sum + run.bytes, 0) - maxBytes;
    const bySize: string[] = [];
    for (const run of runs) {
      if (excess <= 0) break;
      if (run.isFixed === 1) continue;
      bySize.push(run.id);
      excess -= run.bytes;
    }
    return aged + (await forgetAll(space, bySize));
  };
}
