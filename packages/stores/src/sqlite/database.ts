import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Problem } from '@jacquard/flow';
import { databaseProblem, isBusy } from './database-problem.ts';
import { isCurrentDatabase, migrateDatabase } from './migrations.ts';
import { createWriteQueue } from './write-queue.ts';

/** `normal` survives the death of the process, `full` the loss of power, at the price of a disk flush a commit. */
export type Durability = 'normal' | 'full';

/** A statement that is prepared once. `Row` mirrors its columns. */
interface Statement<Row> {
  get(...parameters: SQLInputValue[]): Row | undefined;
  all(...parameters: SQLInputValue[]): Row[];
  run(...parameters: SQLInputValue[]): void;
}

/** An open, migrated database. All work on it is synchronous and short; `read` and `write` make it asynchronous and its errors problems. */
export interface Database {
  readonly file: string;
  prepare<Row>(sql: string): Statement<Row>;
  read<T>(work: () => T): Promise<T>;
  /** See `WriteQueue.write`. */
  write<T>(work: () => T): Promise<T>;
  /** For pragmas. */
  exec(sql: string): void;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly durability?: Durability | undefined;
  /** Milliseconds to wait for another process that holds the lock; 5,000 unless told. */
  readonly patience?: number | undefined;
}

/** SQLite itself waits this long for a lock, in milliseconds and blocking the process; longer waits don't block. */
const blockingPatience = 10;
const defaultPatience = 5_000;

/**
 * Opens and migrates a database. Throws `store-corrupt`, `store-too-new`, `store-locked`, `store-full` or
 * `store-not-writable`, and then leaves the file as it was.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const deadline = performance.now() + (options.patience ?? defaultPatience);
  for (;;) {
    try {
      return createDatabase(options);
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw databaseProblem(error, options.file);
      await delay(25);
    }
  }
}

/** `openDatabase` without its patience: an error of SQLite's comes as it is. */
export function createDatabase(options: DatabaseOptions): Database {
  const { file, patience = defaultPatience } = options;
  const connection = new DatabaseSync(file, { timeout: blockingPatience, enableForeignKeyConstraints: false });
  try {
    configure(connection, options.durability ?? 'normal', file);
  } catch (error) {
    connection.close();
    throw error;
  }
  return wrapConnection(connection, file, patience);
}

function configure(connection: DatabaseSync, durability: Durability, file: string): void {
  // Reads the file before anything is changed in it: what isn't a database of ours stays as it is.
  connection.prepare('select count(*) from sqlite_schema').get();
  const version = connection.prepare('pragma user_version');
  const migratable = {
    file,
    exec: (sql: string) => connection.exec(sql),
    version: () => Number(version.get()?.['user_version']),
  };
  isCurrentDatabase(migratable);
  connection.exec(`pragma journal_mode = wal; pragma synchronous = ${durability}; pragma temp_store = memory`);
  migrateDatabase(migratable);
}

function wrapConnection(connection: DatabaseSync, file: string, patience: number): Database {
  const begin = connection.prepare('begin immediate');
  const commit = connection.prepare('commit');
  const queue = createWriteQueue(
    {
      file,
      begin: () => void begin.run(),
      commit: () => void commit.run(),
      rollback: () => {
        if (connection.isTransaction) connection.exec('rollback');
      },
    },
    patience,
  );
  let isClosing = false;
  const refuseWhenClosing = (): void => {
    if (isClosing) throw new Problem('store-closed', { file }, { kind: 'bug' });
  };
  return {
    file,
    prepare: <Row>(sql: string) => prepareStatement<Row>(connection, sql),
    async read(work) {
      refuseWhenClosing();
      return await readPatiently(work, file, patience);
    },
    async write(work) {
      refuseWhenClosing();
      return await queue.write(work);
    },
    exec: (sql) => connection.exec(sql),
    async close() {
      if (isClosing) return;
      isClosing = true;
      await queue.drain();
      connection.close();
    },
  };
}

function prepareStatement<Row>(connection: DatabaseSync, sql: string): Statement<Row> {
  const statement = connection.prepare(sql);
  return {
    // boundary: the tables are strict and only this package writes them, so a row is what the statement's columns say.
    get: (...parameters) => statement.get(...parameters) as Row | undefined,
    all: (...parameters) => statement.all(...parameters) as Row[],
    run: (...parameters) => void statement.run(...parameters),
  };
}

/** In WAL mode a reader waits for nobody but a process that recovers or closes the database. */
async function readPatiently<T>(work: () => T, file: string, patience: number): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw databaseProblem(error, file);
      await delay(10);
    }
  }
}
