import type { KeyLimits, KeyStore, KeyUsage, StoredKey } from '../access/key-store.ts';
import { dayOf, type CountUsage } from './count-usage.ts';
import type { Database } from './database.ts';
import { createFoundRows } from './found-rows.ts';

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly actions: string;
  readonly flows: string;
  readonly limits: string;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly last_used_at: number | null;
  readonly revoked_at: number | null;
}

const columns = 'id, name, actions, flows, limits, created_at, expires_at, last_used_at, revoked_at';

/** Keys by the hash of their text, and what their callers used. */
export function createKeyStore(database: Database, countUsage: CountUsage): KeyStore {
  const insert = database.prepare(`insert into api_keys (space, key_hash, ${columns}) values (?, ?, ${marks(9)})`);
  const byHash = database.prepare<KeyRow>(`select ${columns} from api_keys where space = ? and key_hash = ?`);
  const byId = database.prepare<KeyRow>(`select ${columns} from api_keys where space = ? and id = ?`);
  const all = database.prepare<KeyRow>(`select ${columns} from api_keys where space = ? order by created_at desc, id`);
  const use = database.prepare(
    'update api_keys set last_used_at = max(coalesce(last_used_at, 0), ?) where space = ? and id = ?',
  );
  const revoke = database.prepare(
    'update api_keys set revoked_at = ? where space = ? and id = ? and revoked_at is null returning id',
  );
  const found = createFoundRows<StoredKey>(database);
  const write: Database['write'] = (work) => database.write(work).finally(found.forget);
  return {
    async add(space, keyHash, key) {
      await write(() => insert.run(space, keyHash, ...rowOf(key)));
    },
    find: async (space, keyHash) =>
      await database.read(() => found.get(`${space} ${keyHash}`, () => keyOf(byHash.get(space, keyHash)))),
    get: async (space, id) => await database.read(() => keyOf(byId.get(space, id))),
    list: async (space) => await database.read(() => all.all(space).flatMap((row) => keyOf(row) ?? [])),
    async use(space, id, at) {
      await write(() => use.run(at, space, id));
    },
    revoke: async (space, id, at) => await write(() => revoke.get(at, space, id) !== undefined),
    collect: createCollect(database, write),
    ...createUsage(database, countUsage),
  };
}

function createCollect(database: Database, write: Database['write']): KeyStore['collect'] {
  const forget = database.prepare<{ id: string }>(
    'delete from api_keys where space = ?1 and (revoked_at < ?2 or expires_at < ?2) returning id',
  );
  const forgetUsage = database.prepare('delete from key_usage where space = ? and caller = ?');
  return async (space, before) =>
    await write(() => {
      for (const { id } of forget.all(space, before)) forgetUsage.run(space, `key:${id}`);
    });
}

function createUsage(database: Database, countUsage: CountUsage): Pick<KeyStore, 'count' | 'usage'> {
  const sum = database.prepare<KeyUsage>(
    `select coalesce(sum(calls), 0) as calls, coalesce(sum(tokens), 0) as tokens, coalesce(sum(cost), 0) as cost
     from key_usage where space = ? and caller = ? and day >= ?`,
  );
  return {
    async count(space, caller, at, usage) {
      await database.write(() => countUsage(space, caller, at, usage));
    },
    usage: async (space, caller, since) =>
      await database.read(() => ({ calls: 0, tokens: 0, cost: 0, ...sum.get(space, caller, dayOf(since)) })),
  };
}

function rowOf(key: StoredKey): (string | number | null)[] {
  const { id, name, actions, flows, limits, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  const texts = [actions, flows, limits].map((value) => JSON.stringify(value));
  return [id, name, ...texts, createdAt, expiresAt ?? null, lastUsedAt ?? null, revokedAt ?? null];
}

function keyOf(row: KeyRow | undefined): StoredKey | undefined {
  if (row === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    // boundary: written by `rowOf` from typed values
    actions: JSON.parse(row.actions) as readonly string[],
    flows: JSON.parse(row.flows) as StoredKey['flows'], // boundary: as above
    limits: JSON.parse(row.limits) as KeyLimits, // boundary: as above
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
