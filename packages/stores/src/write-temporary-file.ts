import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileProblem } from './file-problem.ts';

/** Names of files that are being written begin so; what a dead process left of them may be removed. */
export const temporaryPrefix = '.jacquard-';

/**
 * Writes a new file in `folder` under a name of its own, down to the disk, and returns its path. Renaming it then replaces
 * another file whole or not at all. Leaves nothing when it fails.
 */
export async function writeTemporaryFile(folder: string, content: string | Uint8Array, mode = 0o666): Promise<string> {
  const path = join(folder, `${temporaryPrefix}${randomUUID()}.tmp`);
  try {
    const handle = await open(path, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return path;
  } catch (error) {
    await rm(path, { force: true }).catch(() => {});
    throw fileProblem(error, folder);
  }
}
