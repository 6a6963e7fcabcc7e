import { watch } from 'node:fs';

/** After the system reports a change, this many milliseconds pass before the folder is looked at: changes come in bunches. */
const settleTime = 30;
/** The folder is looked at this often, in milliseconds, where the system reports nothing (network drives, containers). */
const pollInterval = 2_000;

/** Calls `look` soon after anything in the folder changed, until it is stopped. `soon` asks for another look. */
export interface FolderWatcher {
  soon(milliseconds: number): void;
  stop(): void;
}

/** Begins at once; the first `look` comes with the first change, or after the poll interval. */
export function watchFolder(folder: string, look: () => void): FolderWatcher {
  let timer: NodeJS.Timeout | undefined;
  const soon = (milliseconds: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, milliseconds).unref();
  };
  const stopReports = listen(folder, () => soon(settleTime));
  const poll = setInterval(look, pollInterval).unref();
  return {
    soon,
    stop() {
      stopReports();
      clearInterval(poll);
      clearTimeout(timer);
    },
  };
}

/** Where the system can't watch (no more inotify watches, a file system that doesn't report), polling alone has to do. */
function listen(folder: string, changed: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, changed);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
