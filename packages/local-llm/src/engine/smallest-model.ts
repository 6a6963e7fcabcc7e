import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The smallest GGUF file of a folder: an engine is tried quickest with it. Undefined where there is none. */
export async function smallestModel(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.gguf'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, size: (await stat(path).catch(() => undefined))?.size ?? Number.POSITIVE_INFINITY };
    }),
  );
  return files.toSorted((one, other) => one.size - other.size)[0]?.path;
}
