import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './source-files.ts';

const places = ['apps', 'packages', 'nodes'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`),
);

test('the top level holds the folders that the product names, and no others', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);
  expect(folders.toSorted()).toEqual(['apps', 'examples', 'nodes', 'packages', 'tests']);
});

test.each(places.filter((place) => !place.startsWith('nodes/')))('%s says in a README what it is for', (place) => {
  const readme = readFileSync(join(root, place, 'README.md'), 'utf8');
  expect(readme.length).toBeGreaterThan(300);
});

test.each(places.filter((place) => !place.startsWith('apps/')))('%s has one index', (place) => {
  expect(existsSync(join(root, place, 'src/index.ts'))).toBe(true);
});

test('no file is a bin for what has no name', () => {
  const bins = sourceFiles().filter(({ path }) =>
    /(^|[/-])(utils?|helpers?|common|misc|managers?)([/.-]|$)/.test(path),
  );
  expect(bins.map(({ path }) => path)).toEqual([]);
});

test('every file is named in kebab-case after one concept', () => {
  const odd = sourceFiles().filter(
    ({ path }) =>
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|model\.test|property\.test|d))?\.(ts|tsx)$/.test(path.split('/').at(-1) ?? ''),
  );
  expect(odd.map(({ path }) => path)).toEqual([]);
});
