import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { allParts, readSplitName } from './gguf/split-name.ts';
import { isFileOf } from './model-files.ts';

/** A model file of the user's: any GGUF that lies in the models folder under a name that no other model uses. */
export interface FoundModel {
  readonly id: string;
  readonly file: string;
  readonly size: number;
}

/** Lists the user's own models, by file name. Of a model in several files the first names it. `taken` are the ids of the others. */
export async function findModels(folder: string, taken: readonly string[]): Promise<FoundModel[]> {
  const files = await readdir(folder).catch(() => []);
  const own = files
    .filter((file) => file.toLowerCase().endsWith('.gguf') && (readSplitName(file)?.part ?? 1) === 1)
    .filter((file) => !taken.some((id) => isFileOf(id, file)))
    .sort();
  const ids = new Set(taken);
  const found: FoundModel[] = [];
  for (const file of own) {
    const sizes = await Promise.all(allParts(file).map((part) => stat(join(folder, part)).catch(() => undefined)));
    if (sizes[0]?.isFile() !== true) continue;
    const size = sizes.reduce((sum, about) => sum + (about?.size ?? 0), 0);
    found.push({ id: freeId(file, ids), file, size });
  }
  return found;
}

/** All files of a model of the user's: of one in several files, each that is there. */
export async function filesOfFound(folder: string, { file }: FoundModel): Promise<string[]> {
  const names = new Set(await readdir(folder).catch(() => []));
  return allParts(file).filter((name) => names.has(name));
}

/** A name made of a file's that isn't taken yet, and is from then on: `Mistral-7B.Q4_K_M.gguf` → `mistral-7b-q4-k-m`. */
export function freeId(file: string, taken: Set<string>): string {
  const base =
    file
      .slice(0, -'.gguf'.length)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'model';
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
