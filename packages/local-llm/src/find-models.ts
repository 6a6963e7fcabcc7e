import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { catalog, type CatalogModel } from './catalog/catalog.ts';

/** A model file of the user's: any GGUF that lies in the models folder under a name that the catalog doesn't use. */
export interface FoundModel {
  readonly id: string;
  readonly file: string;
  readonly size: number;
}

/** The name that a catalog model's file has in the models folder. */
export function catalogFile(entry: CatalogModel): string {
  return `${entry.id}.gguf`;
}

/** Lists the user's own models, by file name. Of a model in several files the first names it. */
export async function findModels(folder: string): Promise<FoundModel[]> {
  const files = await readdir(folder).catch(() => []);
  const own = files
    .filter((file) => file.toLowerCase().endsWith('.gguf') && !/-(?!0*1-of-)\d+-of-\d+\.gguf$/i.test(file))
    .filter((file) => !catalog.some((entry) => catalogFile(entry) === file))
    .sort();
  const taken = new Set(catalog.map(({ id }) => id));
  const found: FoundModel[] = [];
  for (const file of own) {
    const about = await stat(join(folder, file));
    if (about.isFile()) found.push({ id: freeId(file, taken), file, size: about.size });
  }
  return found;
}

/** All files of a model of the user's: of one in several files, each of them. */
export async function filesOfFound(folder: string, { file }: FoundModel): Promise<string[]> {
  const numbered = /^(.*)-\d+-of-(\d+)\.gguf$/i.exec(file);
  if (!numbered) return [file];
  const [, stem, total] = numbered;
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => {
    const [, other, count] = /^(.*)-\d+-of-(\d+)\.gguf$/i.exec(name) ?? [];
    return other === stem && count === total;
  });
}

/** `Mistral-7B.Q4_K_M.gguf` → `mistral-7b-q4-k-m`. */
function freeId(file: string, taken: Set<string>): string {
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
