import { Problem, settingNameSchema } from '@jacquard/flow';
import type { SecretStore } from '../interfaces.ts';
import { openSecret, sealSecret } from '../secrets/seal-secret.ts';
import type { SecretKey } from '../secrets/secret-key.ts';
import type { Database } from './database.ts';

interface SecretRow {
  readonly name: string;
  readonly origins: string;
  readonly updated_at: number;
}

/** Secrets, encrypted at rest. Their texts come out of `reveal` alone. */
export function createSecretStore(database: Database, key: SecretKey, now: () => number): SecretStore {
  const list = database.prepare<SecretRow>(
    'select name, origins, updated_at from secrets where space = ? order by name',
  );
  const any = database.prepare('select 1 from secrets limit 1');
  const find = database.prepare<{ origins: string; sealed: Uint8Array }>(
    'select origins, sealed from secrets where space = ? and name = ?',
  );
  const set = database.prepare(
    'insert or replace into secrets (space, name, origins, updated_at, sealed) values (?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('delete from secrets where space = ? and name = ?');
  return {
    list: async (space) =>
      await database.read(() =>
        list
          .all(space)
          .map((row) => ({ name: row.name, origins: parseOrigins(row.origins), updatedAt: row.updated_at })),
      ),
    async set(space, name, text, origins) {
      if (!settingNameSchema.safeParse(name).success)
        throw new Problem('secret-name-invalid', { name: name.slice(0, 200) });
      const place = { space, name, origins: origins.map(normaliseOrigin) };
      // Secrets without their key have lost it: a new key would hide that from the person who can put it back.
      const hasSecrets = await database.read(() => any.get() !== undefined);
      const sealed = sealSecret(await (hasSecrets ? key.read() : key.readOrCreate()), place, text);
      await database.write(() => set.run(space, name, JSON.stringify(place.origins), now(), sealed));
    },
    async reveal(space, name) {
      const row = await database.read(() => find.get(space, name));
      if (row === undefined) return undefined;
      const origins = parseOrigins(row.origins);
      return { text: openSecret(await key.read(), { space, name, origins }, row.sealed), origins };
    },
    async delete(space, name) {
      await database.write(() => remove.run(space, name));
    },
  };
}

function parseOrigins(text: string): readonly string[] {
  // boundary: written by this package from a typed value
  return JSON.parse(text) as readonly string[]; // `reveal` checks them against the seal
}

/** `https://api.example.com/v1` gives `https://api.example.com`: a secret is sent to origins, not to paths. */
function normaliseOrigin(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Problem('secret-origin-invalid', { origin: address.slice(0, 200) });
  }
  return url.origin;
}
