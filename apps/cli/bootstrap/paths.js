import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** The Node that Jacquard runs on: the pinned one of the npm package `node`. */
export function pinnedNode() {
  const program = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return undefined;
}

/** The start script of a tool that the checkout installed. */
export function toolScript(...parts) {
  return join(root, 'node_modules', ...parts);
}
