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

/** What a file imports, statically or not, as written. */
export function importsOf(text: string): readonly string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}
