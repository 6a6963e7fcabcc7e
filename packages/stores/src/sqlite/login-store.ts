import type { LoginStore, StoredLogin } from '../access/access-store.ts';
import type { Database } from './database.ts';

interface LoginRow {
  readonly id: string;
  readonly created_at: number;
  readonly last_used_at: number;
  readonly expires_at: number;
  readonly address: string;
  readonly agent: string;
}

const columns = 'id, created_at, last_used_at, expires_at, address, agent';

/** Sign-ins by the hash of their token. */
export function createLoginStore(database: Database): LoginStore {
  const insert = database.prepare(`insert into logins (space, token_hash, ${columns}) values (?, ?, ?, ?, ?, ?, ?, ?)`);
  const byHash = database.prepare<LoginRow>(`select ${columns} from logins where space = ? and token_hash = ?`);
  const byId = database.prepare<LoginRow>(`select ${columns} from logins where space = ? and id = ?`);
  const all = database.prepare<LoginRow>(
    `select ${columns} from logins where space = ? order by last_used_at desc, id`,
  );
  const use = database.prepare('update logins set last_used_at = max(last_used_at, ?) where space = ? and id = ?');
  const remove = database.prepare('delete from logins where space = ? and id = ? returning id');
  const removeAll = database.prepare<{ id: string }>('delete from logins where space = ? returning id');
  const removeExpired = database.prepare('delete from logins where space = ? and expires_at <= ?');
  return {
    async add(space, tokenHash, { id, createdAt, lastUsedAt, expiresAt, address, agent }) {
      await database.write(() => insert.run(space, tokenHash, id, createdAt, lastUsedAt, expiresAt, address, agent));
    },
    find: async (space, tokenHash) => await database.read(() => loginOf(byHash.get(space, tokenHash))),
    get: async (space, id) => await database.read(() => loginOf(byId.get(space, id))),
    list: async (space) => await database.read(() => all.all(space).flatMap((row) => loginOf(row) ?? [])),
    async use(space, id, at) {
      await database.write(() => use.run(at, space, id));
    },
    delete: async (space, id) => await database.write(() => remove.get(space, id) !== undefined),
    deleteAll: async (space) => await database.write(() => removeAll.all(space).map(({ id }) => id)),
    async deleteExpired(space, now) {
      await database.write(() => removeExpired.run(space, now));
    },
  };
}

function loginOf(row: LoginRow | undefined): StoredLogin | undefined {
  if (row === undefined) return undefined;
  const { id, created_at: createdAt, last_used_at: lastUsedAt, expires_at: expiresAt, address, agent } = row;
  return { id, createdAt, lastUsedAt, expiresAt, address, agent };
}
