import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';

/** Deletes files of a folder; those that aren't there are no trouble. Throws `model-in-use` where the system holds one. */
export async function deleteFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    try {
      await rm(join(folder, name), { force: true });
    } catch (error) {
      throw new Problem('model-in-use', { file: name }, { kind: 'operational', cause: error });
    }
  }
}
