import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of files that are being written begin so; what a dead process left of them may be removed. */
export const temporaryPrefix = '.jacquard-';

/**
 * Writes a new file in `folder` under a name of its own, down to the disk, and returns its path. Renaming it then replaces
 * another file whole or not at all. Leaves nothing when it fails.
 */
export function writeTemporaryFile(folder: string, content: string | Uint8Array, mode = 0o666): string {
  const path = join(folder, `${temporaryPrefix}${randomUUID()}.tmp`);
  const descriptor = openSync(path, 'wx', mode);
  try {
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return path;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
