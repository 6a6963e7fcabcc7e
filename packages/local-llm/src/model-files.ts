import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { allParts, readSplitName, splitName } from './gguf/split-name.ts';

/** The names that a model's files have in the models folder. */
export function fileNames(id: string, parts: number): string[] {
  if (parts === 1) return [`${id}.gguf`];
  return Array.from({ length: parts }, (_, index) => splitName({ stem: id, part: index + 1, parts }));
}

/** Whether a file of the models folder is one of that model's. */
export function isFileOf(id: string, name: string): boolean {
  return name === `${id}.gguf` || readSplitName(name)?.stem === id;
}

/** The files of a model that are in the folder, in order, and their bytes; undefined unless all of them are. */
export async function filesOnDisk(
  folder: string,
  id: string,
): Promise<{ readonly names: readonly string[]; readonly size: number } | undefined> {
  const there = (await readdir(folder).catch(() => [])).filter((name) => isFileOf(id, name));
  const first = there.includes(`${id}.gguf`) ? `${id}.gguf` : there.find((name) => readSplitName(name)?.part === 1);
  if (first === undefined) return undefined;
  const names = allParts(first);
  const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
  if (sizes.some((size) => size === undefined)) return undefined;
  return { names, size: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) };
}

async function sizeOf(path: string): Promise<number | undefined> {
  const about = await stat(path).catch(() => undefined);
  return about?.isFile() === true ? about.size : undefined;
}
