import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePackages, root } from '../paths.js';

/** Packages that come inside of ours, because npm heeds the overrides of the root alone: what the checkout leaves out, these leave out. */
const bundled = ['node-llama-cpp', 'swagger-ui-dist'];

/** The engines of node-llama-cpp that the checkout takes, too: those for a graphics processor (600 MB) are fetched when one is found. */
const processorEngine = /^@node-llama-cpp\/(?!.*-(?:cuda|cuda-ext|vulkan)$)/;

/** The package's manifest: what our workspaces depend on, at the very versions that the checkout has installed. */
export function manifestOf(workspaces) {
  const { version, description, license, engines, dependencies } = readJson(join(root, 'package.json'));
  const needed = {};
  for (const { folder, manifest } of workspaces)
    for (const name of Object.keys(manifest.dependencies ?? {}))
      if (!name.startsWith('@jacquard/')) needed[name] = installed(name, folder).version;
  const optional = Object.fromEntries(nodePackages.map((name) => [name, dependencies.node]));
  for (const name of bundled.filter((one) => one in needed)) {
    const folder = join(root, 'node_modules', name);
    const { dependencies: own = {}, optionalDependencies: engineVersions = {} } = readJson(
      join(folder, 'package.json'),
    );
    for (const inner of Object.keys(own))
      if (!isLeftOut(inner) && !existsSync(join(folder, 'node_modules', inner)))
        needed[inner] = installed(inner).version;
    for (const [engine, exact] of Object.entries(engineVersions))
      if (processorEngine.test(engine)) optional[engine] = exact;
  }
  return {
    name: 'jacquard',
    version,
    description,
    license,
    type: 'module',
    bin: { jacquard: './apps/cli/bootstrap/packaged.js' },
    engines,
    dependencies: sorted(needed),
    optionalDependencies: sorted(optional),
    bundleDependencies: bundled.filter((name) => name in needed),
  };
}

/** The manifest of a bundled package: nothing that is left out, and nothing that runs when it is installed. */
export function bundledManifest(manifest) {
  const {
    dependencies = {},
    optionalDependencies: _engines,
    scripts: _scripts,
    devDependencies: _tools,
    ...kept
  } = manifest;
  return {
    ...kept,
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([name]) => !isLeftOut(name))),
  };
}

function isLeftOut(name) {
  return name in readJson(join(root, 'package.json')).overrides;
}

function installed(name, folder = root) {
  const places = [folder, root].map((place) => join(place, 'node_modules', name, 'package.json'));
  const place = places.find((path) => existsSync(path));
  if (place === undefined) throw new Error(`${name} isn’t installed.`);
  return readJson(place);
}

/** What a JSON file holds. */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
