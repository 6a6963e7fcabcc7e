import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root } from '../paths.js';
import { gatherModules, readWorkspaces } from './gather-modules.js';
import { bundledManifest, manifestOf, readJson } from './write-manifest.js';

const [folder] = process.argv.slice(2);
const start = join('apps', 'cli', 'bootstrap', 'packaged.js');
/** What of a bundled package is of use to those alone who change or compile it. */
const idle = /\.(?:map|d\.ts)$|^gitRelease\.bundle$|^log\.|^swagger-ui\.js$|^swagger-ui-es-bundle/;

rmSync(folder, { recursive: true, force: true });
const workspaces = readWorkspaces();
const modules = new Map(
  ['src/main.ts', 'bootstrap/packaged.js'].flatMap((entry) => [
    ...gatherModules(join(root, 'apps', 'cli', entry), workspaces),
  ]),
);
for (const [path, code] of modules) write(relative(root, path).replace(/\.ts$/, '.js'), code, path);
const used = [...workspaces.values()].filter((one) =>
  [...modules.keys()].some((path) => path.startsWith(`${one.folder}/`)),
);
for (const { folder: place, manifest } of used) {
  const { name, version, type } = manifest;
  write(join(relative(root, place), 'package.json'), written({ name, version, type }));
}
const manifest = manifestOf(used);
write('package.json', written(manifest));
for (const name of manifest.bundleDependencies) bundle(name);
for (const name of ['LICENSE', 'README.md', 'examples', join('apps', 'web', 'dist')])
  cpSync(join(root, name), join(folder, name), {
    recursive: true,
    filter: (path) => basename(path) !== '.fingerprint',
  });
chmodSync(join(folder, start), 0o755);

function write(path, text, source) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (text === undefined) cpSync(source, target);
  else writeFileSync(target, text);
}

function bundle(name) {
  const place = join('node_modules', name);
  cpSync(join(root, place), join(folder, place), { recursive: true, filter: (path) => !idle.test(basename(path)) });
  write(join(place, 'package.json'), written(bundledManifest(readJson(join(root, place, 'package.json')))));
}

function written(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
