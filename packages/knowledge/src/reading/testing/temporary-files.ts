import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Files of a test, in a folder that goes with it. */
export interface TemporaryFiles {
  readonly folder: string;
  /** Writes a file; gives what a reading host is asked with. */
  write(name: string, content: string | Uint8Array): Promise<{ source: string; path: string; modified: number }>;
}

/** Makes the folder; call it at the top of a test file. */
export async function temporaryFiles(): Promise<TemporaryFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-reading-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    folder,
    async write(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return { source: `papers/${name}`, path, modified: Date.UTC(2024, 0, 2) };
    },
  };
}
