import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { indexProblem, isDamage } from './index-problem.ts';
import { deleteFile, inodeOf, type OpenDatabase, openDatabase, putFileAside } from './open-database.ts';

/** One index as the worker holds it. All work is synchronous; what SQLite throws comes out as a `Problem`. */
export interface IndexConnection {
  readonly file: string;
  /** Runs work on the open database; throws `knowledge-index-damaged` when it is, and begins an empty one. */
  use<T>(work: (database: IndexDatabase) => T): T;
  /** The same in one transaction: all of it is kept, or nothing. */
  change<T>(work: (database: IndexDatabase) => T): T;
  close(): void;
  /** Closes it and deletes its file: the next use makes an empty one. */
  delete(): void;
}

/** A statement that is prepared once. `Row` mirrors its columns. */
interface Statement<Row> {
  get(...parameters: SQLInputValue[]): Row | undefined;
  all(...parameters: SQLInputValue[]): Row[];
  /** Row by row, for what is too much to hold at once. */
  iterate(...parameters: SQLInputValue[]): Iterable<Row>;
  /** Answers the number of the row that was inserted last. */
  run(...parameters: SQLInputValue[]): number;
}

/** An open, migrated index. */
export interface IndexDatabase {
  prepare<Row>(sql: string): Statement<Row>;
  exec(sql: string): void;
  /** Changes when another file takes the place of this one. */
  readonly identity: string;
}

/** Opens on first use. `onDamage` is told where a damaged file was put. */
export function createIndexConnection(file: string, onDamage: (putAside: string) => void): IndexConnection {
  let open: (OpenDatabase & { readonly database: IndexDatabase }) | undefined;
  const close = (): void => {
    open?.connection.close();
    open = undefined;
  };
  const ensureOpen = (): OpenDatabase & { readonly database: IndexDatabase } => {
    if (open !== undefined && inodeOf(file) !== open.inode) close(); // another process built it anew, or it was deleted
    if (open === undefined) {
      const opened = openDatabase(file, Date.now());
      if (opened.putAside !== undefined) onDamage(opened.putAside);
      open = { ...opened, database: wrapConnection(opened.connection, `${file}:${opened.inode}`) };
    }
    return open;
  };
  const guarded = <T>(work: (opened: OpenDatabase & { readonly database: IndexDatabase }) => T): T => {
    try {
      return work(ensureOpen());
    } catch (error) {
      if (isDamage(error)) {
        close();
        onDamage(putFileAside(file, Date.now()));
      }
      throw indexProblem(error, file);
    }
  };
  return {
    file,
    use: (work) => guarded(({ database }) => work(database)),
    change: (work) => guarded(({ connection, database }) => changeWhole(connection, () => work(database))),
    close,
    delete() {
      close();
      try {
        deleteFile(file);
      } catch (error) {
        throw indexProblem(error, file);
      }
    },
  };
}

function changeWhole<T>(connection: DatabaseSync, work: () => T): T {
  connection.exec('begin immediate');
  try {
    const result = work();
    connection.exec('commit');
    return result;
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback');
    throw error;
  }
}

function wrapConnection(connection: DatabaseSync, identity: string): IndexDatabase {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepared = (sql: string): ReturnType<DatabaseSync['prepare']> => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    identity,
    prepare: <Row>(sql: string) => {
      const statement = prepared(sql);
      return {
        // boundary: the tables are strict and only this package writes them, so a row is what the statement's columns say.
        get: (...parameters) => statement.get(...parameters) as Row | undefined,
        all: (...parameters) => statement.all(...parameters) as Row[],
        iterate: (...parameters) => statement.iterate(...parameters) as Iterable<Row>,
        run: (...parameters) => Number(statement.run(...parameters).lastInsertRowid),
      };
    },
    exec: (sql) => connection.exec(sql),
  };
}
