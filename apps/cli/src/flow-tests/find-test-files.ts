import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem } from '@jacquard/flow';

const ending = '.flow-test.json';
/** Folders are looked into so deep. */
const deepest = 12;

/** A file of tests: where it lies, and its id there. */
export interface TestFile {
  readonly path: string;
  readonly id: string;
}

/**
 * The files of tests that are named, and those in folders that are named and in theirs: in the order of their paths. Hidden folders and
 * `node_modules` are left out. Throws `cli-test-file` for what is neither.
 */
export async function findTestFiles(paths: readonly string[]): Promise<readonly TestFile[]> {
  const found: string[] = [];
  for (const path of paths) {
    const about = await stat(path).catch(() => undefined);
    if (about?.isDirectory() === true) found.push(...(await filesWithin(path, 0)));
    else if (about?.isFile() === true && path.endsWith(ending)) found.push(path);
    else throw new Problem('cli-test-file', { file: path });
  }
  return [...new Set(found)].map((path) => ({ path, id: basename(path).slice(0, -ending.length) }));
}

async function filesWithin(folder: string, depth: number): Promise<readonly string[]> {
  if (depth > deepest) return [];
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) found.push(...(await filesWithin(path, depth + 1)));
    else if (entry.isFile() && entry.name.endsWith(ending)) found.push(path);
  }
  return found;
}
