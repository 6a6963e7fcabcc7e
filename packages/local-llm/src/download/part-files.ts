import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogModel } from '../catalog/catalog.ts';

/** Names of what downloads of a model left unfinished. */
export async function partFiles(folder: string, { id }: CatalogModel): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(`${id}.`) && name.endsWith('.part'));
}

/** Bytes of a model that are here already: those of the download that came furthest. */
export async function partialBytes(folder: string, entry: CatalogModel): Promise<number> {
  const names = await partFiles(folder, entry);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name)).catch(() => noFile)).size));
  return Math.max(0, ...sizes);
}

const noFile = { size: 0 };
