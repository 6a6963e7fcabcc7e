import type { Database } from './database.ts';

/** Rows remembered; when there are more, all are forgotten. */
const mostRows = 1_000;

/** What was found by a text, for as long as nothing is written: the same object each time. */
export interface FoundRows<T> {
  /** `read` gives undefined for what isn't there, which is asked for again each time. To be called inside `Database.read`. */
  get(key: string, read: () => T | undefined): T | undefined;
  /** To be called by whatever this process writes to these rows. */
  forget(): void;
}

/** Nothing found yet. What other processes write to the database is noticed (`pragma data_version`). */
export function createFoundRows<T>(database: Database): FoundRows<T> {
  const dataVersion = database.prepare<{ readonly data_version: number }>('pragma data_version');
  const found = new Map<string, T>();
  let version: number | undefined;
  return {
    get(key, read) {
      const now = dataVersion.get()?.data_version;
      if (now !== version || found.size >= mostRows) found.clear();
      version = now;
      const known = found.get(key) ?? read();
      if (known !== undefined) found.set(key, known);
      return known;
    },
    forget: () => found.clear(),
  };
}
