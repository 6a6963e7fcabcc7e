import type { CallKey, CallKeyStore, StoredCallKey } from '../calls/call-key-store.ts';
import type { Space } from '../interfaces.ts';
import type { Database } from './database.ts';

interface CallKeyRow {
  readonly key: string;
  readonly fingerprint: string;
  readonly run_id: string | null;
  readonly expires_at: number;
}

const columns = 'key, fingerprint, run_id, expires_at';

/** Writes a key in the caller's transaction; false when it is taken and hasn't expired. */
export type InsertCallKey = (space: Space, caller: string, key: CallKey, runId: string | null, now: number) => boolean;

/** Prepares the insert that runs and calls of many share. */
export function createInsertCallKey(database: Database): InsertCallKey {
  const insert = database.prepare(
    `insert into call_keys (space, caller, key, fingerprint, run_id, expires_at) values (?1, ?2, ?3, ?4, ?5, ?6)
     on conflict do update set fingerprint = excluded.fingerprint, run_id = excluded.run_id, expires_at = excluded.expires_at
       where call_keys.expires_at <= ?7
     returning key`,
  );
  return (space, caller, { key, fingerprint, expiresAt }, runId, now) =>
    insert.get(space, caller, key, fingerprint, runId, expiresAt, now) !== undefined;
}

/** Keys by which calls are known again. */
export function createCallKeyStore(database: Database): CallKeyStore {
  const find = database.prepare<CallKeyRow>(
    `select ${columns} from call_keys where space = ? and caller = ? and key = ? and expires_at > ?`,
  );
  const remove = database.prepare<{ key: string }>(
    'delete from call_keys where space = ? and expires_at <= ? returning key',
  );
  const insert = createInsertCallKey(database);
  return {
    find: async (space, caller, key, now) =>
      await database.read(() => {
        const row = find.get(space, caller, key, now);
        return row === undefined ? undefined : callKeyFromRow(row);
      }),
    claim: async (space, caller, key, now) =>
      await database.write(() => {
        if (insert(space, caller, key, null, now)) return key;
        const row = find.get(space, caller, key.key, now);
        return row === undefined ? key : callKeyFromRow(row);
      }),
    collect: async (space, now) => await database.write(() => remove.all(space, now).length),
  };
}

function callKeyFromRow({ key, fingerprint, run_id: runId, expires_at: expiresAt }: CallKeyRow): StoredCallKey {
  return { key, fingerprint, expiresAt, ...(runId !== null && { runId }) };
}
