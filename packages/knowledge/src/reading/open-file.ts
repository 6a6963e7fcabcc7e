import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import { sniffedBytes } from './sniff-format.ts';

/** Which file to read. `source` is its name for people, `modified` milliseconds since the epoch. */
export interface FileToRead {
  readonly source: string;
  readonly path: string;
  readonly modified: number;
}

/** A file's beginning, and all of it for whoever needs that. */
export interface OpenedFile {
  readonly head: Uint8Array;
  /** The bytes, in a buffer of their own. */
  whole(): Promise<Uint8Array>;
}

/**
 * Reads the file at this path and at no other: a link isn't followed, what is no plain file isn't waited for. Throws
 * `document-file-gone`, `document-is-link`, `document-empty`, `document-too-large`.
 */
export async function openFile(path: string, mostBytes: number): Promise<OpenedFile> {
  const head = await withFile(path, mostBytes, (handle, size) => readBytes(handle, Math.min(size, sniffedBytes)));
  return { head, whole: () => withFile(path, mostBytes, readBytes) };
}

async function withFile(
  path: string,
  mostBytes: number,
  use: (handle: FileHandle, size: number) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  // Where the system has no such flags (Windows), links are made by administrators alone.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(error.code === 'ELOOP' ? 'document-is-link' : 'document-file-gone', {}, { cause: error });
  });
  try {
    const state = await handle.stat();
    if (!state.isFile()) throw new Problem('document-file-gone');
    if (state.size === 0) throw new Problem('document-empty');
    if (state.size > mostBytes) throw new Problem('document-too-large', { what: 'document-bytes', bytes: mostBytes });
    return await use(handle, state.size);
  } finally {
    await handle.close();
  }
}

async function readBytes(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let done = 0;
  while (done < size) {
    const { bytesRead } = await handle.read(bytes, done, size - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done === size ? bytes : bytes.slice(0, done);
}
