import { createFolderRecords, type FolderRecord } from '../project-folder/folder-records.ts';
import type { Database } from '../sqlite/database.ts';

/** What the database remembers of the bases of one folder. All run inside the caller's `read` or `write`. */
export interface KnowledgeRecords {
  put(id: string, record: FolderRecord): void;
  remove(id: string): void;
  /** A file that no process of Jacquard has written as it stands came from outside, with whatever somebody put in it. */
  isImported(id: string, revision: string): boolean;
}

/** @param folder A real path. */
export function createKnowledgeRecords(database: Database, folder: string): KnowledgeRecords {
  const records = createFolderRecords(database, folder);
  const keyOf = (id: string): string => `knowledge:${id}`; // no flow has such an id
  return {
    put: (id, record) => records.put(keyOf(id), record),
    remove: (id) => records.remove(keyOf(id)),
    isImported(id, revision) {
      const record = records.get(keyOf(id));
      return record === undefined || record.imported || record.revision !== revision;
    },
  };
}
