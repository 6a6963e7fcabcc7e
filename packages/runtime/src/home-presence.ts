import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Knows whether another process of Jacquard uses this home. SQLite's file locks serve for it: the operating system lets go
 * of them when a process dies, however it dies. While `enter` runs its task alone no other process can be present. Where the
 * file can't serve (it is damaged, say), nobody counts as alone: it holds nothing that is worth not starting for.
 */
export class HomePresence {
  readonly #database: DatabaseSync | undefined;

  /** @param home A folder that is there. */
  constructor(home: string) {
    this.#database = openPresence(join(home, 'presence.db'));
  }

  /** Runs `task`, telling it whether this process is the only one here, and stays present from then on. */
  async enter<T>(task: (alone: boolean) => Promise<T>): Promise<T> {
    const alone = this.#take('BEGIN EXCLUSIVE');
    try {
      return await task(alone);
    } finally {
      if (alone) this.#database?.exec('COMMIT');
      this.#take('BEGIN; SELECT count(*) FROM sqlite_schema');
    }
  }

  close(): void {
    this.#database?.close();
  }

  #take(statement: string): boolean {
    if (this.#database === undefined) return false;
    try {
      this.#database.exec(statement);
      return true;
    } catch {
      return false;
    }
  }
}

function openPresence(file: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA busy_timeout = 0');
    return database;
  } catch {
    database?.close();
    return undefined;
  }
}
