import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { factOf, type FetchableModel } from '../fetchable-model.ts';
import type { KnownFiles } from '../known-files.ts';
import { filesOnDisk } from '../model-files.ts';

/**
 * Whether a model's files are there and what they must be: they came by a checked download and haven't changed since, or
 * they are the very ones that are known (somebody copied them there). A wrong one gives its problem.
 */
export async function checkModelFile(
  folder: string,
  model: FetchableModel,
  files: KnownFiles,
): Promise<'installed' | 'absent' | Problem> {
  const found = await filesOnDisk(folder, model.id);
  if (!found) return 'absent';
  for (const name of found.names) {
    if (await files.isVouched(name)) continue;
    const expected = (await files.cameAs(name)) ?? (found.names.length === 1 ? factOf(model)?.sha256 : undefined);
    // Without anything to compare with, a file that lies there under the model's name is taken as it is, and not read through.
    if (expected === undefined) continue;
    const sha256 = await files.sha256(name);
    if (sha256 !== expected) {
      return new Problem('model-checksum-wrong', { from: join(folder, name) }, { kind: 'operational' });
    }
    await files.vouch(name, sha256);
  }
  return 'installed';
}
