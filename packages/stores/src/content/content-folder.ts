import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileProblem } from '../file-problem.ts';
import { isFileError } from '../is-file-error.ts';
import type { Content, IncomingContent } from './content.ts';

const sha256Pattern = /^[0-9a-f]{64}$/;

/** Content as files, `ab/abcdef…` under `folder`. What is still coming in lies in `folder/incoming`. */
export function createContentFolder(folder: string): Content {
  const pathOf = (sha256: string): string => {
    if (!sha256Pattern.test(sha256)) throw new TypeError('not a SHA-256 in lower-case hexadecimal');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    location: pathOf,
    receive: async () => await receiveFile(folder, pathOf),
    async read(sha256) {
      try {
        return await readFile(pathOf(sha256));
      } catch (error) {
        if (isFileError(error, 'ENOENT')) return undefined;
        throw fileProblem(error, pathOf(sha256));
      }
    },
    remove: (sha256) => rmSync(pathOf(sha256), { force: true }),
    listOlder: async (before) => await listOlder(folder, before),
  };
}

async function receiveFile(folder: string, pathOf: (sha256: string) => string): Promise<IncomingContent> {
  const incoming = join(folder, 'incoming');
  const path = join(incoming, randomUUID());
  try {
    await mkdir(incoming, { recursive: true });
    const handle = await open(path, 'wx', 0o600);
    return {
      write: async (chunk) => await guard(path, () => handle.writeFile(chunk)),
      finish: async () =>
        await guard(path, async () => {
          await handle.sync();
          await handle.close();
        }),
      place: (sha256) => placeFile(path, pathOf(sha256), join(folder, sha256.slice(0, 2))),
      async discard() {
        await handle.close().catch(() => {});
        await rm(path, { force: true });
      },
    };
  } catch (error) {
    throw fileProblem(error, path);
  }
}

function placeFile(from: string, to: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    renameSync(from, to);
  } catch (error) {
    throw fileProblem(error, to);
  }
}

async function guard(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw fileProblem(error, path);
  }
}

/** Lists old contents, and on the way removes what a dead process left half-written. */
async function listOlder(folder: string, before: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const written = await stat(path).catch(() => undefined);
    if (written === undefined || written.mtimeMs >= before) continue;
    if (sha256Pattern.test(entry.name)) found.push(entry.name);
    else if (entry.parentPath.endsWith('incoming')) await rm(path, { force: true });
  }
  return found;
}
