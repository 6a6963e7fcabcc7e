import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder, processOptions } from './process-options.ts';

/** Where a snapshot lies. */
export interface PythonSnapshot {
  /** Makes it if it isn't there, once; undefined where it can't be made: then Python starts from nothing, which takes seconds. */
  open(): Promise<string | undefined>;
  /** Throws it away: a Python that went on from it did not come up. */
  discard(): void;
  /** Removes what was only for this time. */
  close(): void;
}

/**
 * Keeps the memory of a Python that has just started: going on from it takes a fifth of the time. The file is named after all that it
 * is made of; others of earlier versions are removed. Without a folder it lies in a temporary one.
 */
export function createPythonSnapshot(folder: string | undefined): PythonSnapshot {
  let making: Promise<string | undefined> | undefined;
  let temporary: string | undefined;
  const make = async (): Promise<string | undefined> => {
    try {
      const place = folder ?? (temporary ??= mkdtempSync(join(tmpdir(), 'jacquard-python-')));
      return await makeSnapshot(place);
    } catch {
      return undefined;
    }
  };
  return {
    open: () => (making ??= make()),
    discard() {
      const made = making;
      making = Promise.resolve(undefined);
      void made?.then((file) => file !== undefined && rmSync(file, { force: true }));
    },
    close() {
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
      temporary = undefined;
      making = undefined;
    },
  };
}

async function makeSnapshot(folder: string): Promise<string | undefined> {
  const name = `python-${identify()}.snapshot`;
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `${randomUUID()}.part`);
  const isMade = await runMaker(part);
  if (isMade && existsSync(part)) {
    renameSync(part, file);
    for (const other of readdirSync(folder)) {
      if (/^python-.*\.snapshot$/.test(other) && other !== name) rmSync(join(folder, other), { force: true });
    }
    return file;
  }
  rmSync(part, { force: true });
  return undefined;
}

/** What a snapshot stands on: Pyodide, this Node, and our programs. */
function identify(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(packageFolder('pyodide'), 'package.json')));
  hash.update(process.version);
  const own = new URL('../interpreter/python/', import.meta.url);
  const ending = extname(import.meta.url); // built to JavaScript, programs end otherwise
  for (const name of ['driver.py', `realm-globals${ending}`, `load-pyodide${ending}`])
    hash.update(readFileSync(new URL(name, own)));
  return hash.digest('hex').slice(0, 16);
}

function runMaker(file: string): Promise<boolean> {
  const script = fileURLToPath(new URL('../interpreter/snapshot-main.ts', import.meta.url));
  const options = [...processOptions('python'), `--allow-fs-write=${file}`];
  const child = spawn(process.execPath, [...options, script, file], { env: {}, stdio: 'ignore', timeout: 120_000 });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
