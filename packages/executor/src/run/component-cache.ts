/** How many built components a process holds; the one used least lately goes first. */
const most = 64;

interface Entry {
  readonly promise: Promise<unknown>;
  readonly abort: AbortController;
  waiting: number;
  isBuilt: boolean;
}

/**
 * Built components by what they stand on. Steps that ask for one while it is built share the building, which is aborted
 * when all of them have gone; one that failed is forgotten, so that the next step tries again.
 */
export interface ComponentCache {
  get(key: string, create: (signal: AbortSignal) => Promise<unknown>, signal: AbortSignal): Promise<unknown>;
  clear(): void;
}

/** An empty cache, for one process: what it holds outlives runs. */
export function createComponentCache(): ComponentCache {
  const entries = new Map<string, Entry>();

  const begin = (key: string, create: (signal: AbortSignal) => Promise<unknown>): Entry => {
    const abort = new AbortController();
    const entry: Entry = { promise: create(abort.signal), abort, waiting: 0, isBuilt: false };
    entry.promise.then(
      () => (entry.isBuilt = true),
      () => forget(key, entry),
    );
    return entry;
  };
  const forget = (key: string, entry: Entry): void => {
    if (entries.get(key) === entry) entries.delete(key);
  };
  const leave = (key: string, entry: Entry): void => {
    entry.waiting -= 1;
    if (entry.waiting > 0 || entry.isBuilt) return;
    forget(key, entry);
    entry.abort.abort();
  };
  return {
    get: async (key, create, signal) => {
      signal.throwIfAborted();
      const entry = entries.get(key) ?? begin(key, create);
      entries.delete(key);
      entries.set(key, entry);
      const oldest = entries.size > most ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      entry.waiting += 1;
      const gone = Promise.withResolvers<never>();
      const onAbort = (): void => gone.reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        return await Promise.race([entry.promise, gone.promise]);
      } finally {
        signal.removeEventListener('abort', onAbort);
        leave(key, entry);
      }
    },
    clear: () => {
      for (const { abort } of entries.values()) abort.abort();
      entries.clear();
    },
  };
}
