import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { CatalogModel } from '../catalog/catalog.ts';
import { catalogFile } from '../find-models.ts';
import type { KnownFiles } from '../known-files.ts';

/**
 * Whether a catalog model's file is there and what it must be: it came by a checked download and hasn't changed since, or
 * it is the very file that the catalog knows (somebody copied it there). A wrong one gives its problem.
 */
export async function checkModelFile(
  folder: string,
  entry: CatalogModel,
  files: KnownFiles,
): Promise<'installed' | 'absent' | Problem> {
  const name = catalogFile(entry);
  const about = await stat(join(folder, name)).catch(() => undefined);
  if (about?.isFile() !== true) return 'absent';
  if (await files.isVouched(name)) return 'installed';
  if ((await files.sha256(name)) !== entry.sha256) {
    return new Problem('model-checksum-wrong', { from: join(folder, name) }, { kind: 'operational' });
  }
  await files.vouch(name, entry.sha256);
  return 'installed';
}
