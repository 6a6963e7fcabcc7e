import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchableModel } from '../fetchable-model.ts';

/** Names of what downloads of a model left unfinished. */
export async function partFiles(folder: string, { id }: FetchableModel): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const rest = /^\.[0-9a-f]{12}(?:\.extracted)?\.part$/;
  return names.filter((name) => name.startsWith(id) && rest.test(name.slice(id.length)));
}

/** Bytes of a model that are here already, of all its files. */
export async function partialBytes(folder: string, entry: FetchableModel): Promise<number> {
  const names = await partFiles(folder, entry);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name)).catch(() => noFile)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const noFile = { size: 0 };
