import type { Content } from '../content/content.ts';
import type { FileStore } from '../interfaces.ts';
import type { Database } from './database.ts';

/** Bytes that no row names may belong to a transaction under way; after an hour, in milliseconds, they don't. */
const orphanAge = 3_600_000;

/** Prepares `FileStore.collect`. Rows and bytes go in one transaction: a file that comes in meanwhile waits for it. */
export function createFileCollection(database: Database, content: Content, now: () => number): FileStore['collect'] {
  const forgetUploads = database.prepare(
    `delete from file_holders where space = ? and holder_kind = 'upload' and held_at < ?`,
  );
  const forgetFiles = database.prepare<{ sha256: string }>(
    `delete from files where space = ?1 and not exists
       (select 1 from file_holders h where h.space = ?1 and h.sha256 = files.sha256)
     returning sha256`,
  );
  const isNamed = database.prepare('select 1 from files where sha256 = ?');
  const removeUnnamed = (sha256: string): void => {
    if (isNamed.get(sha256) === undefined) content.remove(sha256);
  };
  return async (space, { uploadsBefore } = {}) => {
    const orphans = await content.listOlder(now() - orphanAge);
    return await database.write(() => {
      if (uploadsBefore !== undefined) forgetUploads.run(space, uploadsBefore);
      const forgotten = forgetFiles.all(space);
      for (const { sha256 } of forgotten) removeUnnamed(sha256);
      for (const sha256 of orphans) removeUnnamed(sha256);
      return forgotten.length;
    });
  };
}
