import { createReadStream } from 'node:fs';
import { lstat, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { safeDocumentPath, writeDocument } from '@jacquard/stores';
import { findBeside, largestFile } from '../project-files.ts';

/** A file as it lies in the project folder. */
export interface KeptFile {
  readonly path: string;
  readonly isNew: boolean;
  readonly remove: () => Promise<void>;
}

/**
 * Keeps the file at `from` in a project folder, at `wanted` or beside it under a number: what is there stays as it is, and is used when
 * it is the same. Follows no link out of the folder (`knowledge-file-outside`).
 */
export async function keepBeside(folder: string, wanted: string, from: string): Promise<KeptFile> {
  const safe = safeDocumentPath(wanted);
  const [, stem = safe, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(safe) ?? [];
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? safe : `${stem}-${number}${ending}`;
    const target = join(folder, path);
    const isFree = await lstat(target).then(
      () => false,
      () => true,
    );
    if (isFree) {
      await writeDocument(folder, path, pieces(from), { maxBytes: largestFile });
      return { path, isNew: true, remove: () => rm(target, { force: true }) };
    }
    const there = await findBeside(folder, path);
    if (there !== undefined && (await isSame(there, from)))
      return { path, isNew: false, remove: async () => undefined };
  }
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [{ size }, { size: otherSize }] = await Promise.all([stat(one), stat(other)]);
  return size === otherSize && Buffer.compare(await readFile(one), await readFile(other)) === 0;
}

async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
