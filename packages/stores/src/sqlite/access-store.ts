import type { JsonValue } from '@jacquard/flow';
import type { AccessStore, AuditEntry, AuditStore, StoredPassword } from '../access/access-store.ts';
import type { CountUsage } from './count-usage.ts';
import type { Database } from './database.ts';
import { createKeyStore } from './key-store.ts';
import { createLoginStore } from './login-store.ts';

/** Password, sign-ins, keys and the audit log. */
export function createAccessStore(database: Database, countUsage: CountUsage): AccessStore {
  const find = database.prepare<{ hash: string; changed_at: number }>(
    'select hash, changed_at from passwords where space = ? and source = ?',
  );
  const set = database.prepare(
    'insert or replace into passwords (space, source, hash, changed_at) values (?, ?, ?, ?)',
  );
  const remove = database.prepare('delete from passwords where space = ? and source = ?');
  return {
    password: async (space, source) =>
      await database.read(() => {
        const row = find.get(space, source);
        return row === undefined ? undefined : { source, hash: row.hash, changedAt: row.changed_at };
      }),
    async setPassword(space, { source, hash, changedAt }: StoredPassword) {
      await database.write(() => set.run(space, source, hash, changedAt));
    },
    async deletePassword(space, source) {
      await database.write(() => remove.run(space, source));
    },
    logins: createLoginStore(database),
    keys: createKeyStore(database, countUsage),
    audit: createAuditStore(database),
  };
}

interface AuditRow extends Omit<AuditEntry, 'about'> {
  readonly about: string;
}

function createAuditStore(database: Database): AuditStore {
  const insert = database.prepare(
    'insert into audit_log (space, at, who, address, action, about, outcome) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const page = database.prepare<AuditRow>(
    `select number, at, who, address, action, about, outcome from audit_log
     where space = ? and number < ? order by number desc limit ?`,
  );
  const forgetOld = database.prepare('delete from audit_log where space = ? and at < ?');
  const forgetMost = database.prepare(
    `delete from audit_log where space = ?1 and number <=
       (select number from audit_log where space = ?1 order by number desc limit 1 offset ?2)`,
  );
  return {
    async add(space, { at, who, address, action, about, outcome }) {
      const text = JSON.stringify(about);
      await database.write(() => insert.run(space, at, who, address, action, text, outcome));
    },
    list: async (space, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      await database.read(() =>
        page.all(space, before, limit).map((row) => ({
          ...row,
          about: JSON.parse(row.about) as Record<string, JsonValue>, // boundary: written by `add` from a typed value
        })),
      ),
    async collect(space, { before, most }) {
      await database.write(() => {
        forgetOld.run(space, before);
        forgetMost.run(space, most);
      });
    },
  };
}
