import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { openRealm, type Realm } from './open-realm.ts';
import { realmFiles } from './realm-globals.ts';

/** The part of Pyodide that is used here. */
interface Pyodide {
  readonly runPython: (code: string) => unknown;
  readonly setInterruptBuffer: (buffer: unknown) => void;
  readonly setStdout: (options: unknown) => void;
  readonly setStderr: (options: unknown) => void;
  readonly makeMemorySnapshot: () => Uint8Array;
}

/** A Python that has started, in its realm. */
export interface LoadedPython {
  readonly realm: Realm;
  readonly pyodide: Pyodide;
  /** Sets how many bytes and how many files may be written from now on. */
  readonly limitFiles: (bytes: number, files: number) => void;
}

interface LoadOptions {
  /** The memory of a Python that had started, as a file: going on from it takes a fraction of the time. */
  readonly snapshotFile?: string | undefined;
  /** Whether a snapshot will be made of this one. */
  readonly makesSnapshot?: boolean | undefined;
}

const folder = '/pyodide/';

/** Starts Python in a realm of its own, without network, files of the machine, or a way to Node. */
export async function loadPyodide({ snapshotFile, makesSnapshot = false }: LoadOptions = {}): Promise<LoadedPython> {
  const realm = openRealm({
    [`${folder}pyodide.asm.wasm`]: partPath('pyodide.asm.wasm'),
    [`${folder}python_stdlib.zip`]: partPath('python_stdlib.zip'),
    ...(snapshotFile !== undefined && { snapshot: snapshotFile }),
  });
  const [loader, program] = [
    await evaluateModule(realm, 'pyodide.mjs'),
    await evaluateModule(realm, 'pyodide.asm.mjs'),
  ];
  // boundary: a program of ours
  const start = realm.evaluate(`(function (load, program, lockFile, hasSnapshot, makesSnapshot) {
    return load({
      createPyodideModule: program,
      indexURL: '${folder}',
      packageBaseUrl: '${folder}',
      lockFileContents: lockFile,
      jsglobals: Object.create(null),
      env: { HOME: '/home', LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' },
      checkAPIVersion: true,
      ...(hasSnapshot && { _loadSnapshot: new Uint8Array(readbuffer('snapshot')) }),
      _makeSnapshot: makesSnapshot,
    });
  })`) as (...given: unknown[]) => Promise<Pyodide>;
  const pyodide = await start(
    loader['loadPyodide'],
    program['default'],
    lockFile(),
    snapshotFile !== undefined,
    makesSnapshot,
  );
  // boundary: a program of ours
  const limit = realm.evaluate(realmFiles) as (pyodide: Pyodide) => LoadedPython['limitFiles'];
  return { realm, pyodide, limitFiles: limit(pyodide) };
}

/** No package can be loaded: the list of what there is has none. */
function lockFile(): string {
  const whole = JSON.parse(readPart('pyodide-lock.json')) as object; // boundary: Pyodide's own
  return JSON.stringify({ ...whole, packages: {} });
}

async function evaluateModule(realm: Realm, name: string): Promise<Readonly<Record<string, unknown>>> {
  const module = new vm.SourceTextModule(withoutImports(readPart(name)), {
    context: realm.context,
    identifier: name,
    initializeImportMeta: (meta) => void Object.assign(meta, { url: `file://${folder}${name}` }),
  });
  await module.link(() => {
    throw new Error('it imports nothing');
  });
  await module.evaluate();
  return module.namespace as Readonly<Record<string, unknown>>; // boundary: a module's exports by name
}

/**
 * A program that imports nothing while it runs. A call of `import` would be answered by Node: with a promise, and an error, of the
 * host's own.
 */
export function withoutImports(program: string): string {
  return program.replaceAll(/(?<![.\w$])import\s*\(/g, 'importNothing(');
}

function readPart(name: string): string {
  return readFileSync(partPath(name), 'utf8');
}

function partPath(name: string): string {
  return fileURLToPath(import.meta.resolve(`pyodide/${name}`));
}
