import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, isForTests, readPackage, root, sourceFiles } from './source-files.ts';

/*
 * flow ← protocol ← canvas ← web          flow ← messages ← web | server | cli
 * flow ← node-kit ← nodes/*               {flow, protocol} ← stores
 * {node-kit, protocol} ← executor ← runtime ← server | cli
 * {node-kit, guarded-fetch} ← local-llm | knowledge
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'packages/flow': [],
  'packages/guarded-fetch': [],
  'packages/sandbox': [],
  'packages/protocol': ['flow'],
  'packages/messages': ['flow'],
  'packages/node-kit': ['flow'],
  'packages/stores': ['flow', 'protocol'],
  'packages/canvas': ['flow', 'protocol'],
  'packages/executor': ['flow', 'protocol', 'node-kit'],
  'packages/local-llm': ['flow', 'node-kit', 'guarded-fetch'],
  'packages/knowledge': ['flow', 'node-kit', 'guarded-fetch'],
  'packages/runtime': [
    'flow',
    'protocol',
    'messages',
    'node-kit',
    'executor',
    'stores',
    'guarded-fetch',
    'local-llm',
    'knowledge',
    'sandbox',
  ],
  'apps/server': ['flow', 'protocol', 'messages', 'runtime'],
  'apps/cli': ['flow', 'protocol', 'messages', 'runtime', 'server'],
  'apps/web': ['flow', 'protocol', 'messages', 'canvas'],
};

const files = sourceFiles();

function allowedIn(place: string): readonly string[] {
  return place.startsWith('nodes/') ? ['node-kit'] : (layers[place] ?? []);
}

test('imports point one way, as the map of the tree says', () => {
  const wrong = files.flatMap(({ path, text, place }) =>
    importsOf(text)
      .map((specifier) => /^@jacquard\/([^/]+)/.exec(specifier)?.[1])
      .filter((name) => name !== undefined)
      .filter(
        (name) => !allowedIn(place).includes(name) && !(place === 'packages/runtime' && name.startsWith('nodes-')),
      )
      .filter((name) => !place.endsWith(`/${name}`))
      .map((name) => `${path} imports @jacquard/${name}`),
  );
  expect(wrong).toEqual([]);
});

test('what runs in the browser and the pure core import nothing of Node', () => {
  const pure =
    /^(packages\/(flow|protocol|messages|canvas)|apps\/web)\/src\/|^packages\/executor\/src\/(plan|schedule)\//;
  const wrong = files
    .filter(({ path }) => pure.test(path) && !isForTests(path))
    .filter(({ text }) => importsOf(text).some((specifier) => specifier.startsWith('node:')))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('nothing reaches around a package into its files', () => {
  const wrong = files.flatMap(({ path, text, place }) =>
    importsOf(text)
      .filter((specifier) => leaves(specifier, path, place) || !isOffered(specifier))
      .map((specifier) => `${path} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

/** A path out of its own package. */
function leaves(specifier: string, path: string, place: string): boolean {
  return specifier.startsWith('.') && !posix.join(posix.dirname(path), specifier).startsWith(`${place}/`);
}

const offered = new Set(
  globSync('{apps,packages,nodes}/*/package.json', { cwd: root }).flatMap((file) => {
    const { name, exports = {} } = readPackage(posix.dirname(file));
    return Object.keys(exports).map((entry) => posix.join(name, entry));
  }),
);

/** What a package of ours names under `exports`; all that isn't ours. */
function isOffered(specifier: string): boolean {
  return !specifier.startsWith('@jacquard/') || offered.has(specifier);
}

test('a package imports what its package.json names, and nothing else', () => {
  const wrong = files.flatMap(({ path, text, place }) => {
    const named = namedIn(place);
    return importsOf(text)
      .filter((specifier) => !/^(\.|node:|virtual:|\$\{)/.test(specifier))
      .map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => !named.has(name))
      .map((name) => `${path} imports ${name}`);
  });
  expect(wrong).toEqual([]);
});

function namedIn(place: string): ReadonlySet<string> {
  const own = readPackage(place);
  const shared = readPackage('.');
  const named = [own, shared].flatMap((read) => [
    ...Object.keys(read.dependencies ?? {}),
    ...Object.keys(read.devDependencies ?? {}),
  ]);
  // What has types alone is imported by the name that they describe.
  return new Set([own.name, ...named, ...named.map((name) => name.replace(/^@types\//, ''))]);
}
