import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownFiles } from '../known-files.ts';
import { isFileOf } from '../model-files.ts';
import { checkModelFile } from './check-model-file.ts';
import { holdOrFollow } from './download-lock.ts';
import { downloadModel, type DownloadModelOptions } from './download-model.ts';

/** Where the process that fetches a model says so. */
export function lockFile(folder: string, id: string): string {
  return join(folder, `${id}.lock`);
}

/**
 * Sees to it that a model's files are there. Of several processes that want it, one fetches it and the others follow;
 * should it fail there, the next one tries for itself.
 */
export async function installModel(options: DownloadModelOptions & { readonly files: KnownFiles }): Promise<void> {
  const { folder, entry, files, report, signal } = options;
  const follow = (done: number, total?: number): void => report(done, total ?? entry.size ?? done);
  while ((await checkModelFile(folder, entry, files)) !== 'installed') {
    const lock = await holdOrFollow(lockFile(folder, entry.id), follow, signal);
    if (!lock) continue;
    const reportBoth = (done: number, total: number): void => {
      lock.report(done, total);
      report(done, total);
    };
    try {
      // Another may have finished between the look at the file and the lock.
      if ((await checkModelFile(folder, entry, files)) === 'installed') return;
      const arrived = await downloadModel({ ...options, report: reportBoth });
      for (const { name, sha256 } of arrived) await files.vouch(name, sha256);
      await removeOthers(folder, entry.id, new Set(arrived.map(({ name }) => name)));
    } finally {
      await lock.release();
    }
  }
}

/** What lies there under the model's name and isn't of it any more: it came in one file before, and now in several. */
async function removeOthers(folder: string, id: string, arrived: ReadonlySet<string>): Promise<void> {
  const others = (await readdir(folder)).filter((name) => isFileOf(id, name) && !arrived.has(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
}
