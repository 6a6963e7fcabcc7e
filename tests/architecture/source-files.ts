import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the checkout. */
export const root = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** Relative to the checkout, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The package that it belongs to: `packages/flow`, `nodes/io`. */
  readonly place: string;
}

/** All source files of the workspaces, tests beside them included. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync('{apps,packages,nodes}/*/src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
    place: path.split('/').slice(0, 2).join('/'),
  }));
}

/** True for what no one ships: tests, and what a package lends to tests. */
export function isForTests(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path);
}

/** What a file imports, statically or not, as written. */
export function importsOf(text: string): readonly string[] {
  const patterns = [
    /^\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"\s]+)['"]/gm,
    /^\s*import\s*['"]([^'"\s]+)['"]/gm,
    /(?<![\w'"`.-])import\(\s*['"]([^'"\s]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

export interface PackageFile {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The package.json of a place. */
export function readPackage(place: string): PackageFile {
  return JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8')) as PackageFile; // boundary: our own files
}
