import type { Space } from '../interfaces.ts';
import type { Database } from './database.ts';

/** Rows looked at in one go. */
const rowsPerLook = 500;

interface KeptRow {
  readonly key: string;
  readonly run_id: string;
  readonly bytes: number;
  /** 1 when the run that made it is gone. */
  readonly isLeft: number;
}

/**
 * Prepares the walk over all kept outputs of a space, a few at a time: it removes those whose run is gone and visits the
 * others with the bytes that they take.
 */
export function createKeptOutputsWalk(database: Database) {
  const look = database.prepare<KeptRow>(
    `select key, run_id, octet_length(outputs) as bytes,
       not exists (select 1 from runs where runs.space = k.space and runs.id = k.run_id) as isLeft
     from kept_outputs k where space = ? and key > ? order by key limit ?`,
  );
  const remove = database.prepare('delete from kept_outputs where space = ? and key = ? and run_id = ?');
  return async (space: Space, visit: (runId: string, bytes: number) => void): Promise<void> => {
    let after: string | undefined = '';
    while (after !== undefined) {
      const from: string = after;
      const rows: readonly KeptRow[] = await database.read(() => look.all(space, from, rowsPerLook));
      for (const row of rows) if (row.isLeft === 0) visit(row.run_id, row.bytes);
      const left = rows.filter(({ isLeft }) => isLeft === 1);
      if (left.length > 0) {
        await database.write(() => {
          for (const { key, run_id: runId } of left) remove.run(space, key, runId);
        });
      }
      after = rows.at(-1)?.key;
    }
  };
}
