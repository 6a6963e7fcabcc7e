import { chmodSync, linkSync, lstatSync, renameSync, statSync } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileProblem } from '../file-problem.ts';
import { isFileError } from '../is-file-error.ts';
import { temporaryPrefix, writeTemporaryFile } from '../write-temporary-file.ts';

/** A flow's text that is down on the disk but has no name yet. Naming it is synchronous, to be part of a transaction. */
export interface UnnamedFile {
  /** Puts it in place of the file at `path` whole or not at all, and keeps that file's permissions. */
  replace(path: string): void;
  /** Gives it the name `path`; `false` when there is such a file already, which stays as it is. */
  create(path: string): boolean;
}

/** Writes `text` into the folder, lets `use` name it, and leaves nothing of it if that doesn't happen. */
export async function withUnnamedFile<T>(
  folder: string,
  text: string,
  use: (file: UnnamedFile) => Promise<T>,
): Promise<T> {
  const temporary = await writeTemporaryFile(folder, text);
  try {
    const result = await use({
      replace: (path) => replaceFile(temporary, path),
      create: (path) => createFile(temporary, path),
    });
    await flushFolder(folder);
    return result;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes temporary files that a process left when it died, an hour ago or earlier. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const before = Date.now() - 3_600_000;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(temporaryPrefix) || !name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const isOld = await stat(path).then(
      ({ mtimeMs }) => mtimeMs < before,
      () => false,
    );
    if (isOld) await rm(path, { force: true }).catch(() => {});
  }
}

function replaceFile(temporary: string, path: string): void {
  try {
    chmodSync(temporary, statSync(path).mode & 0o777);
    renameSync(temporary, path);
  } catch (error) {
    throw fileProblem(error, path);
  }
}

function createFile(temporary: string, path: string): boolean {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (isFileError(error, 'EEXIST')) return false;
    return renameNew(temporary, path);
  }
}

/** For file systems without links: a file that somebody else makes at this very moment is all that could be replaced. */
function renameNew(temporary: string, path: string): boolean {
  try {
    renameSync(temporary, path);
    return true;
  } catch (error) {
    throw fileProblem(error, path);
  }
}

/** The new name is down on the disk, too. Where a folder can't be flushed, the file system keeps its own order. */
async function flushFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // The file itself is written and named.
  }
}
