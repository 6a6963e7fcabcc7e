import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, realpath, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { isFileError } from '../is-file-error.ts';
import { temporaryPrefix } from '../write-temporary-file.ts';
import { isInside } from './is-inside.ts';
import type { PutOptions } from './knowledge-store.ts';

/**
 * Streams a document to `path` within `folder`, in place of what is there in one step: a reader sees the old file or the new
 * one. Makes the folders on the way. Nothing is left of one that fails: `file-too-large`, `store-full`.
 */
export async function writeDocument(
  folder: string,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, modified }: PutOptions,
): Promise<void> {
  const target = join(folder, path);
  const temporary = join(folder, `${temporaryPrefix}${randomUUID()}.tmp`);
  try {
    await receive(temporary, bytes, { name: path, maxBytes });
    if (modified !== undefined) await utimes(temporary, new Date(), new Date(modified));
    await makeFolders(folder, dirname(path));
    await rename(temporary, target);
  } catch (error) {
    throw fileProblem(error, target);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

async function receive(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  { name, maxBytes }: { readonly name: string; readonly maxBytes: number },
): Promise<void> {
  await using handle = await open(file, 'wx', 0o666);
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Problem('file-too-large', { name, maxBytes });
    await handle.writeFile(chunk);
  }
  await handle.sync();
}

/** One after the other: none is made behind a link that leads out of the folder. */
async function makeFolders(folder: string, path: string): Promise<void> {
  if (path === '.') return;
  let here = folder;
  for (const name of path.split('/')) {
    here = join(here, name);
    await mkdir(here).catch((error: unknown) => {
      if (!isFileError(error, 'EEXIST')) throw error;
    });
    if ((await lstat(here)).isSymbolicLink() && !isInside(folder, await realpath(here)))
      throw new Problem('knowledge-file-outside', { file: path });
  }
}
