import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileProblem } from '../file-problem.ts';
import { isFileError } from '../is-file-error.ts';
import { temporaryPrefix, writeTemporaryFile } from '../write-temporary-file.ts';

/** Puts `text` in place of the file at `path` whole or not at all, and keeps its permissions. */
export function replaceFile(path: string, text: string): void {
  writeInPlace(path, text, statSync(path).mode & 0o777, (temporary) => renameSync(temporary, path));
}

/** Writes a new file; `false` when there is one already, which stays as it is. */
export function createFile(path: string, text: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
  let isNew = true;
  writeInPlace(path, text, 0o666, (temporary) => {
    try {
      linkSync(temporary, path);
    } catch (error) {
      isNew = !isFileError(error, 'EEXIST');
      // A file system without links: somebody else's file of this very moment is all that renaming could replace.
      if (isNew) renameSync(temporary, path);
    }
  });
  return isNew;
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
    if (isOld) await rm(path, { force: true });
  }
}

function writeInPlace(path: string, text: string, mode: number, place: (temporary: string) => void): void {
  const folder = dirname(path);
  let temporary: string | undefined;
  try {
    temporary = writeTemporaryFile(folder, text, mode);
    place(temporary);
    flushFolder(folder);
  } catch (error) {
    throw fileProblem(error, path);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

/** The new name is down on the disk, too. Windows has no such thing and needs none. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
