import { Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { RunStore } from '../interfaces.ts';
import type { AppendMessages } from './append-messages.ts';
import { createAppend } from './append-run-events.ts';
import { createInsertCallKey } from './call-key-store.ts';
import type { CountUsage } from './count-usage.ts';
import type { Database } from './database.ts';
import { createForgetRun, createRunCollection } from './run-collection.ts';
import { runColumns, runFromRow, type RunRow } from './run-row.ts';
import { createInsertWebhook } from './webhook-store.ts';

type LeaseMethods = Pick<RunStore, 'acquire' | 'heartbeat' | 'abandoned' | 'park' | 'takeParked'>;
type ReadMethods = Pick<RunStore, 'get' | 'list' | 'events'>;

/** Runs, their event logs and their leases. */
export function createRunStore(database: Database, appendMessages: AppendMessages, countUsage: CountUsage): RunStore {
  const insert = database.prepare(
    `insert into runs (space, id, flow_id, session_id, caller, request_id, trace_parent, trace_state, status, started_at,
       lease_owner, lease_until)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'running', ?, ?, ?) on conflict do nothing returning number`,
  );
  const [insertKey, insertWebhook] = [createInsertCallKey(database), createInsertWebhook(database)];
  const pin = database.prepare('update runs set pinned = ? where space = ? and id = ? returning number');
  const rename = database.prepare('update runs set name = ? where space = ? and id = ? returning number');
  const find = database.prepare<RunRow>(`select ${runColumns} from runs where space = ? and id = ?`);
  const append = createAppend(database, appendMessages, countUsage);
  const forget = createForgetRun(database);
  return {
    ...createReads(database),
    ...createLeases(database),
    async create(space, { id, flowId, startedAt, lease, ...run }) {
      const { sessionId, caller, requestId, trace, key, webhook } = run;
      const about = [sessionId, caller, requestId, trace?.parent, trace?.state].map((text) => text ?? null);
      await database.write(() => {
        if (key !== undefined && !insertKey(space, caller ?? '', key, id, startedAt))
          throw new Problem('call-key-taken', {}, { kind: 'operational' });
        const row = insert.get(space, id, flowId, ...about, startedAt, lease.owner, lease.until);
        if (row === undefined) throw new Problem('run-exists', { id }, { kind: 'bug' });
        if (caller !== undefined) countUsage(space, caller, startedAt, { calls: 1 });
        if (webhook !== undefined) insertWebhook(space, id, webhook);
      });
    },
    async append(space, batch) {
      await database.write(append(space, batch));
    },
    async pin(space, runId, pinned) {
      await database.write(() => {
        if (pin.get(pinned ? 1 : 0, space, runId) === undefined) throw new Problem('run-not-found', { id: runId });
      });
    },
    async rename(space, runId, name) {
      await database.write(() => {
        if (rename.get(name ?? null, space, runId) === undefined) throw new Problem('run-not-found', { id: runId });
      });
    },
    async delete(space, runId) {
      await database.write(() => {
        const run = find.get(space, runId);
        if (run === undefined) throw new Problem('run-not-found', { id: runId });
        if (run.status === 'running' && run.last_seq > 0) throw new Problem('run-still-running', { id: runId });
        forget(space, runId);
      });
    },
    collect: createRunCollection(database, forget),
  };
}

function createReads(database: Database): ReadMethods {
  const find = database.prepare<RunRow>(`select ${runColumns} from runs where space = ? and id = ?`);
  const listRuns = (condition: string) =>
    database.prepare<RunRow>(
      `select ${runColumns} from runs where space = ?1 and started_at < ?2 ${condition}
       and (?4 is null or session_id = ?4) and (?5 is null or status = ?5) and (?6 is null or caller = ?6)
       order by started_at desc, number desc limit ?7`,
    );
  const listAll = listRuns('and ?3 is null');
  const listOfFlow = listRuns('and flow_id = ?3');
  const listOfCaller = listRuns('and (?3 is null or flow_id = ?3) and caller = ?6');
  const events = database.prepare<{ event: string }>(
    `select event from run_events where run = (select number from runs where space = ? and id = ?) and seq > ?
     order by seq limit ?`,
  );
  return {
    get: async (space, runId) =>
      await database.read(() => {
        const row = find.get(space, runId);
        return row === undefined ? undefined : runFromRow(row);
      }),
    list: async (space, { flowId, sessionId, status, caller, before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}) =>
      await database.read(() =>
        (caller !== undefined ? listOfCaller : flowId === undefined ? listAll : listOfFlow)
          .all(space, before, flowId ?? null, sessionId ?? null, status ?? null, caller ?? null, limit)
          .map(runFromRow),
      ),
    events: async (space, runId, after, limit = -1) =>
      // boundary: written by this package from a typed value
      await database.read(() =>
        events.all(space, runId, after, limit).map(({ event }) => JSON.parse(event) as RunEvent),
      ),
  };
}

function createLeases(database: Database): LeaseMethods {
  const takeOver = database.prepare<RunRow>(
    `update runs set lease_owner = ?, lease_until = ?, resumes = resumes + 1
     where space = ? and id = ? and status = 'running' and lease_until <= ? returning ${runColumns}`,
  );
  const extend = database.prepare(
    `update runs set lease_until = ?
     where space = ? and id = ? and status = 'running' and lease_owner = ? returning number`,
  );
  const park = database.prepare(
    `update runs set status = 'paused', lease_until = 0
     where space = ? and id = ? and status = 'running' and lease_owner = ? returning number`,
  );
  const takeParked = database.prepare<RunRow>(
    `update runs set status = 'running', lease_owner = ?, lease_until = ?
     where space = ? and id = ? and status = 'paused' returning ${runColumns}`,
  );
  const abandoned = database.prepare<RunRow>(
    `select ${runColumns} from runs where space = ? and status = 'running' and lease_until <= ? order by started_at, number`,
  );
  return {
    acquire: async (space, runId, owner, until, now) =>
      await database.write(() => {
        const row = takeOver.get(owner, until, space, runId, now);
        return row === undefined ? undefined : runFromRow(row);
      }),
    heartbeat: async (space, runIds, owner, until) =>
      await database.write(() => runIds.filter((runId) => extend.get(until, space, runId, owner) === undefined)),
    park: async (space, runId, owner) =>
      await database.write(() => {
        if (park.get(space, runId, owner) === undefined)
          throw new Problem('run-lease-lost', { id: runId }, { kind: 'operational' });
      }),
    takeParked: async (space, runId, owner, until) =>
      await database.write(() => {
        const row = takeParked.get(owner, until, space, runId);
        return row === undefined ? undefined : runFromRow(row);
      }),
    abandoned: async (space, now) => await database.read(() => abandoned.all(space, now).map(runFromRow)),
  };
}
