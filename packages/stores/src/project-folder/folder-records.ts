import type { Database } from '../sqlite/database.ts';

/** What the database remembers of a flow that is a file. */
export interface FolderRecord {
  /** As Jacquard last wrote it; a file with another one was changed outside. */
  readonly revision: string;
  readonly imported: boolean;
}

/** Records of the flows of one folder. All run inside the caller's `read` or `write`. */
export interface FolderRecords {
  get(id: string): FolderRecord | undefined;
  put(id: string, record: FolderRecord): void;
  remove(id: string): void;
}

/** `folder` is the real path, so that one folder has one set of records. */
export function createFolderRecords(database: Database, folder: string): FolderRecords {
  const find = database.prepare<{ revision: string; imported: number }>(
    'select revision, imported from folder_flows where folder = ? and id = ?',
  );
  const put = database.prepare(
    'insert or replace into folder_flows (folder, id, revision, imported) values (?, ?, ?, ?)',
  );
  const remove = database.prepare('delete from folder_flows where folder = ? and id = ?');
  return {
    get(id) {
      const row = find.get(folder, id);
      return row === undefined ? undefined : { revision: row.revision, imported: row.imported === 1 };
    },
    put: (id, { revision, imported }) => put.run(folder, id, revision, imported ? 1 : 0),
    remove: (id) => remove.run(folder, id),
  };
}
