import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root } from '../paths.js';
import { readModule } from './read-module.js';

/** Our workspaces by name: folder and manifest. */
export function readWorkspaces() {
  const folders = ['apps', 'packages', 'nodes'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(root, parent, name)),
  );
  const known = folders.filter((folder) => existsSync(join(folder, 'package.json')));
  return new Map(
    known.map((folder) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return [manifest.name, { folder, manifest }];
    }),
  );
}

/**
 * All that a program reaches: its modules as JavaScript, with our own packages named by where they lie, and the files that modules
 * name beside themselves (threads, programs of child processes). Tests are reached by nothing, and stay at home.
 * @returns {Map<string, string | undefined>} code by path in the checkout; undefined for what is copied as it is
 */
export function gatherModules(entry, workspaces) {
  const found = new Map();
  const waiting = [entry];
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path)) continue;
    if (!/\.[jt]s$/.test(path)) {
      found.set(path, undefined);
      continue;
    }
    const { code, imports, files } = readModule(path);
    const edits = [];
    for (const place of imports) {
      const target = targetOf(path, place.name, workspaces);
      if (target === undefined) continue;
      waiting.push(target);
      edits.push({ ...place, name: nameFrom(path, target) });
    }
    for (const place of files) {
      if (!existsSync(place.path) || statSync(place.path).isDirectory()) continue;
      if (place.path.includes(`${sep}node_modules${sep}`) || place.path.endsWith('.npmrc')) continue;
      if (!place.path.endsWith('.json')) waiting.push(place.path);
      edits.push({ ...place, name: place.name.replace(/\.ts$/, '.js') });
    }
    found.set(path, withEdits(code, edits));
  }
  return found;
}

/** The file that an import of ours names; undefined for packages of others and for Node's own modules. */
function targetOf(path, name, workspaces) {
  if (name.startsWith('.')) return resolve(dirname(path), name);
  const [, workspace, rest] = /^(@jacquard\/[^/]+)(\/.*)?$/.exec(name) ?? [];
  if (workspace === undefined) return undefined;
  const { folder, manifest } = workspaces.get(workspace) ?? {};
  const file = manifest?.exports?.[`.${rest ?? ''}`];
  if (file === undefined) throw new Error(`${path} imports ${name}, which is exported nowhere.`);
  return join(folder, file);
}

function nameFrom(path, target) {
  const way = relative(dirname(path), target).split(sep).join('/').replace(/\.ts$/, '.js');
  return way.startsWith('.') ? way : `./${way}`;
}

function withEdits(code, edits) {
  let written = code;
  for (const { start, end, name } of edits.toSorted((one, other) => other.start - one.start))
    written = `${written.slice(0, start)}'${name}'${written.slice(end)}`;
  return written;
}
