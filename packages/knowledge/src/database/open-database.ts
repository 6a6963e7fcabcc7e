import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { load } from 'sqlite-vec';
import { isForeign } from './index-problem.ts';
import { migrateIndex } from './schema.ts';

/** A connection, and which file it stands on: a path may come to name another file. */
export interface OpenDatabase {
  readonly connection: DatabaseSync;
  readonly inode: bigint;
  /** Where a damaged file was put, when there was one. */
  readonly putAside?: string | undefined;
}

/** How long a statement waits for another process, in milliseconds; the worker waits, nobody else. */
const patience = 5_000;

/**
 * Opens the index in `file`, or makes an empty one. A damaged file, or one that is no database, is put aside under another
 * name: an index can be built again, and what was in it may still be looked at.
 */
export function openDatabase(file: string, now: number): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return connect(file, now);
  } catch (error) {
    if (!isForeign(error)) throw error;
    const putAside = putFileAside(file, now);
    return { ...connect(file, now), putAside };
  }
}

/** Renames a damaged index; answers its new path. What a crash had not yet written into it goes. */
export function putFileAside(file: string, now: number): string {
  const aside = `${file}.damaged-${now}`;
  renameSync(file, aside);
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  return aside;
}

/** Deletes a database that is closed; nothing happens where there is none. */
export function deleteFile(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
}

/** The file that a path names now; undefined when there is none. */
export function inodeOf(file: string): bigint | undefined {
  return existsSync(file) ? statSync(file, { bigint: true }).ino : undefined;
}

function connect(file: string, now: number): OpenDatabase {
  const connection = new DatabaseSync(file, { timeout: patience, allowExtension: true });
  try {
    connection.prepare('select count(*) from sqlite_schema').get();
    load(connection);
    connection.enableLoadExtension(false);
    connection.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory');
    connection.exec('pragma journal_size_limit = 67108864; pragma cache_size = -16384');
    migrateIndex(connection, now);
    // Reads a page of every table, so that damage shows now rather than in the middle of a search.
    connection.prepare('select revision from base').get();
    return { connection, inode: inodeOf(file) ?? 0n };
  } catch (error) {
    connection.close();
    throw error;
  }
}
