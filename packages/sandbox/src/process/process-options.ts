import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxLanguage } from '../run-request.ts';

/** Packages that a process of the language loads, by an entry that each of them names. */
const entries: Readonly<Record<SandboxLanguage, readonly string[]>> = {
  javascript: ['quickjs-emscripten-core', '@jitl/quickjs-wasmfile-release-sync', '@jitl/quickjs-ffi-types'],
  python: ['pyodide'],
};

/**
 * Node's options for a process of the language: no file but its own program and interpreter can be read, none written; no program, no
 * native module, no inspector, no text is ever run as code by Node itself.
 */
export function processOptions(language: SandboxLanguage, files: readonly string[] = []): readonly string[] {
  const own = fileURLToPath(new URL('../', import.meta.url));
  const folders = [own, ...entries[language].map(packageFolder)];
  const readable = [...folders.map((folder) => join(folder, '*')), join(dirname(own), 'package.json'), ...files];
  return [
    '--permission',
    '--allow-worker', // the watchdog's thread
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--disable-sigusr1',
    '--no-addons',
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    '--max-old-space-size=256',
    ...(process.platform === 'win32' ? [] : ['--stack-size=4000']), // calls of the code's lie on Node's own stack
    ...(language === 'python' ? ['--experimental-vm-modules'] : []),
  ];
}

/** The folder in which a package lies, wherever it is installed. */
export function packageFolder(name: string): string {
  const file = fileURLToPath(import.meta.resolve(name));
  const end = join('node_modules', ...name.split('/'));
  return file.slice(0, file.lastIndexOf(end) + end.length);
}
