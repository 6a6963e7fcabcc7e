import { join } from 'node:path';
import { catalogFile } from '../find-models.ts';
import type { KnownFiles } from '../known-files.ts';
import { checkModelFile } from './check-model-file.ts';
import { holdOrFollow } from './download-lock.ts';
import { downloadModel, type DownloadModelOptions } from './download-model.ts';

/** Where the process that fetches a model says so. */
export function lockFile(folder: string, id: string): string {
  return join(folder, `${id}.lock`);
}

/**
 * Sees to it that a catalog model's file is there. Of several processes that want it, one fetches it and the others
 * follow; should it fail there, the next one tries for itself.
 */
export async function installModel(options: DownloadModelOptions & { readonly files: KnownFiles }): Promise<void> {
  const { folder, entry, files, report, signal } = options;
  while ((await checkModelFile(folder, entry, files)) !== 'installed') {
    const lock = await holdOrFollow(lockFile(folder, entry.id), report, signal);
    if (!lock) continue;
    const reportBoth = (done: number): void => {
      lock.report(done);
      report(done);
    };
    try {
      // Another may have finished between the look at the file and the lock.
      if ((await checkModelFile(folder, entry, files)) === 'installed') return;
      const name = catalogFile(entry);
      await files.vouch(name, await downloadModel({ ...options, report: reportBoth }, join(folder, name)));
    } finally {
      await lock.release();
    }
  }
}
