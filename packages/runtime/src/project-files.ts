import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative, sep } from 'node:path';
import { Problem, type FileValue } from '@jacquard/flow';
import type { FileHolder, FileStore, Space } from '@jacquard/stores';

/** Largest file that a flow may name, in bytes. */
export const largestFile = 256 * 1024 * 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
};

/** The media type that a file's name says. */
export function mediaTypeOf(name: string): string {
  return mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * Finds `path` within `folder`. Whatever leads out of it, by `..`, an absolute path or a link, and hidden files are as absent
 * as what doesn't exist: undefined.
 */
export async function findBeside(folder: string, path: string): Promise<string | undefined> {
  if (isAbsolute(path) || path.includes('\0') || path.split(/[\\/]/).some((part) => part.startsWith('.')))
    return undefined;
  try {
    const [root, found] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const inside = relative(root, found);
    const isInside = inside !== '' && !isAbsolute(inside) && inside.split(sep)[0] !== '..';
    return isInside && (await stat(found)).isFile() ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Files beside the flows of a project folder, stored when they are first named and again when they have changed. */
export class ProjectFiles {
  readonly #known = new Map<string, { readonly stamp: string; readonly file: FileValue }>();
  readonly #folder: string;
  readonly #files: FileStore;
  readonly #space: Space;

  constructor(folder: string, files: FileStore, space: Space) {
    this.#folder = folder;
    this.#files = files;
    this.#space = space;
  }

  /** Throws `file-not-found`. */
  async read(holder: FileHolder, path: string): Promise<FileValue> {
    const found = await findBeside(this.#folder, path);
    if (found === undefined) throw new Problem('file-not-found', { name: path });
    const { mtimeMs, size, ino } = await stat(found);
    const stamp = `${ino}:${mtimeMs}:${size}`;
    const key = `${holder.id}\0${path}`;
    const known = this.#known.get(key);
    if (known?.stamp === stamp) return known.file;
    const name = basename(path);
    const about = { name, mediaType: mediaTypeOf(name) };
    const file = await this.#files.put(this.#space, holder, about, createReadStream(found), largestFile);
    this.#known.set(key, { stamp, file });
    return file;
  }
}
