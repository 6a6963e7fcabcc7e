import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Knows whether another process of Jacquard uses this home. SQLite's file locks serve for it: the operating system lets go
 * of them when a process dies, however it dies. While `whenAlone` runs no other process can be present.
 */
export class HomePresence {
  readonly #database: DatabaseSync;

  constructor(home: string) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    this.#database = new DatabaseSync(join(home, 'presence.db'));
    this.#database.exec('PRAGMA journal_mode = DELETE; PRAGMA busy_timeout = 0');
  }

  /** Runs `task`, telling it whether this process is the only one here, and stays present from then on. */
  async enter<T>(task: (alone: boolean) => Promise<T>): Promise<T> {
    const alone = this.#take('BEGIN EXCLUSIVE');
    try {
      return await task(alone);
    } finally {
      if (alone) this.#database.exec('COMMIT');
      this.#take('BEGIN; SELECT count(*) FROM sqlite_schema');
    }
  }

  close(): void {
    this.#database.close();
  }

  #take(statement: string): boolean {
    try {
      this.#database.exec(statement);
      return true;
    } catch {
      return false;
    }
  }
}
