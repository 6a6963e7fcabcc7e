import type { FlowChange } from '../interfaces.ts';
import { findChanges } from './find-changes.ts';
import type { FlowFiles } from './flow-files.ts';
import { watchFolder, type FolderWatcher } from './folder-watcher.ts';

/** A file that may be in the midst of being written is looked at again after so many milliseconds. */
const unsettledTime = 120;

/** Tells of changes that this store didn't make, while somebody listens. */
export interface FlowFileWatch {
  start(): void;
  /** This store wrote or removed the file itself: that needs no telling. */
  expect(id: string, revision: string | undefined): void;
  stop(): void;
}

/** @param isOurs Whether a process of Jacquard wrote this revision. */
export function watchFlowFiles(
  files: FlowFiles,
  isOurs: (id: string, revision: string) => boolean,
  tell: (change: FlowChange) => void,
): FlowFileWatch {
  const told = new Map<string, string>();
  let missing: ReadonlySet<string> = new Set();
  let watcher: FolderWatcher | undefined;

  function look(): void {
    const found = findChanges(told, files.list(), missing);
    missing = found.missing;
    for (const { id, change, revision } of found.changes) {
      if (revision === undefined) told.delete(id);
      else told.set(id, revision);
      tell({ id, change, revision, outside: revision === undefined || !isOurs(id, revision) });
    }
    if (found.isUnsettled) watcher?.soon(unsettledTime);
  }

  return {
    start() {
      if (watcher !== undefined) return;
      for (const [id, { revision }] of files.list()) told.set(id, revision);
      watcher = watchFolder(files.folder, () => {
        try {
          look();
        } catch {
          // The folder can't be read just now; the next look tells what has become of it.
        }
      });
    },
    expect(id, revision) {
      if (revision === undefined) told.delete(id);
      else told.set(id, revision);
    },
    stop() {
      watcher?.stop();
      watcher = undefined;
    },
  };
}
