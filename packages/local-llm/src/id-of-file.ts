import { basename } from 'node:path';
import { isFileOf } from './model-files.ts';
import type { ModelRegistry } from './model-registry.ts';

/** The id of the model that a file of the models folder belongs to. */
export async function idOfFile(
  registry: Pick<ModelRegistry, 'ids' | 'find'>,
  path: string,
): Promise<string | undefined> {
  const name = basename(path);
  const ids = await registry.ids();
  const own = ids.find((id) => isFileOf(id, name));
  if (own !== undefined) return own;
  for (const id of ids) {
    const known = await registry.find(id).catch(() => undefined); // one that has just gone is none
    if (known?.kind === 'found' && known.model.file === name) return id;
  }
  return undefined;
}
