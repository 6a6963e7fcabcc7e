import type { JsonValue } from '@jacquard/flow';
import type { PreferenceStore } from '../preference-store.ts';
import type { Database } from './database.ts';

/** Small named values. */
export function createPreferenceStore(database: Database): PreferenceStore {
  const find = database.prepare<{ value: string }>('select value from preferences where space = ? and key = ?');
  const findAll = database.prepare<{ key: string; value: string }>(
    'select key, value from preferences where space = ?1 and substr(key, 1, length(?2)) = ?2 order by key',
  );
  const set = database.prepare('insert or replace into preferences (space, key, value) values (?, ?, ?)');
  const remove = database.prepare('delete from preferences where space = ? and key = ?');
  return {
    get: async (space, key) =>
      await database.read(() => {
        const row = find.get(space, key);
        // Written by `set` below.
        // boundary: written by this package from a typed value
        return row === undefined ? undefined : (JSON.parse(row.value) as JsonValue);
      }),
    list: async (space, prefix) =>
      await database.read(
        () =>
          // boundary: as above
          new Map(findAll.all(space, prefix).map(({ key, value }) => [key, JSON.parse(value) as JsonValue])),
      ),
    async set(space, key, value) {
      const text = JSON.stringify(value);
      await database.write(() => set.run(space, key, text));
    },
    async delete(space, key) {
      await database.write(() => remove.run(space, key));
    },
  };
}
