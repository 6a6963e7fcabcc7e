import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '@jacquard/flow';
import type { Space, ValueStore } from '../interfaces.ts';
import type { Database } from './database.ts';
import { findReferences, type References } from './find-references.ts';

type Outputs = Readonly<Record<string, JsonValue>>;

/** Kept outputs, and large values that runs hold. */
export function createValueStore(database: Database, now: () => number): ValueStore {
  const findKept = database.prepare<{ run_id: string; outputs: string }>(
    `select run_id, outputs from kept_outputs k where space = ? and key = ?
     and exists (select 1 from runs where runs.space = k.space and runs.id = k.run_id)`,
  );
  const keep = database.prepare(
    'insert or replace into kept_outputs (space, key, run_id, outputs) values (?, ?, ?, ?)',
  );
  const shareReferences = createSharing(database, now);
  return {
    ...createLargeValues(database),
    async kept(space, keys, runId) {
      const found = await database.read(() =>
        keys.flatMap((key) => {
          const row = findKept.get(space, key);
          // Written by `keep` below.
          // boundary: written by this package from a typed value
          return row === undefined ? [] : [{ key, from: row.run_id, outputs: JSON.parse(row.outputs) as Outputs }];
        }),
      );
      if (runId !== undefined) await shareReferences(space, runId, found);
      return new Map(found.map(({ key, ...kept }) => [key, kept]));
    },
    share: async (space, from, runId, outputs) => await shareReferences(space, runId, [{ from, outputs }]),
    async keep(space, entries) {
      const rows = entries.map(({ key, runId, outputs }) => [space, key, runId, JSON.stringify(outputs)] as const);
      await database.write(() => {
        for (const row of rows) keep.run(...row);
      });
    },
  };
}

function createLargeValues(database: Database): Pick<ValueStore, 'put' | 'get'> {
  const insert = database.prepare(
    'insert into large_values (space, ref, value) values (?, ?, ?) on conflict do nothing',
  );
  const hold = database.prepare(
    'insert into value_holders (space, run_id, ref) values (?, ?, ?) on conflict do nothing',
  );
  const find = database.prepare<{ value: string }>(
    `select value from large_values v where space = ?1 and ref = ?3
     and exists (select 1 from value_holders h where h.space = ?1 and h.run_id = ?2 and h.ref = ?3)`,
  );
  return {
    async put(space, runId, value) {
      const text = canonicalJson(value);
      const ref = createHash('sha256').update(text).digest('hex');
      await database.write(() => {
        insert.run(space, ref, text);
        hold.run(space, runId, ref);
      });
      return ref;
    },
    get: async (space, runId, ref) =>
      await database.read(() => {
        const row = find.get(space, runId, ref);
        // Written by `put` above.
        // boundary: written by this package from a typed value
        return row === undefined ? undefined : (JSON.parse(row.value) as JsonValue);
      }),
  };
}

interface KeptOutputs {
  /** The run that made them. */
  readonly from: string;
  readonly outputs: Outputs;
}

/**
 * A run that takes kept outputs comes to hold the large values and files in them, so that it can read them and they stay
 * when the run that made them goes. Only what that run holds itself is shared: a value that merely looks like a
 * reference gives no access.
 */
function createSharing(database: Database, now: () => number) {
  const shareValue = database.prepare(
    `insert into value_holders (space, run_id, ref)
     select space, ?, ref from value_holders where space = ? and run_id = ? and ref = ? on conflict do nothing`,
  );
  const shareFile = database.prepare(
    `insert into file_holders (space, holder_kind, holder_id, sha256, name, media_type, held_at)
     select space, 'run', ?, sha256, name, media_type, ? from file_holders
     where space = ? and holder_kind = 'run' and holder_id = ? and sha256 = ? on conflict do nothing`,
  );
  return async (space: Space, runId: string, taken: readonly KeptOutputs[]): Promise<void> => {
    const shares = taken
      .map(({ from, outputs }) => ({ from, references: findReferences(outputs) }))
      .filter(({ references }) => hasAny(references));
    if (shares.length === 0) return;
    await database.write(() => {
      for (const { from, references } of shares) {
        for (const ref of references.refs) shareValue.run(runId, space, from, ref);
        for (const { file } of references.files) shareFile.run(runId, now(), space, from, file);
      }
    });
  };
}

function hasAny({ refs, files }: References): boolean {
  return refs.size > 0 || files.length > 0;
}
