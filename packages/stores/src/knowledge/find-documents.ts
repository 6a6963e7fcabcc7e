import { patternFolder, readPathPatterns, type PathPatterns } from '@jacquard/flow';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnowledgeSource } from './knowledge-store.ts';
import { isInside } from './is-inside.ts';

/** A base has no more documents than this; what comes after, in the order of names, is left out. */
const mostDocuments = 50_000;
const skipped = new Set(['node_modules']);

/** The documents of a base, sorted by path, and the folders that were looked into. */
export interface FoundDocuments {
  readonly sources: readonly KnowledgeSource[];
  readonly folders: readonly string[];
}

/**
 * Looks for the files that the patterns name in `folder`, a real path. Files of Jacquard, hidden ones, what lies in a
 * `node_modules`, linked folders, and links that lead out of the folder are no documents.
 */
export async function findDocuments(folder: string, patterns: readonly string[]): Promise<FoundDocuments> {
  const matcher = readPathPatterns(patterns);
  const walk: Walk = { folder, matcher, sources: new Map(), folders: new Set() };
  for (const start of new Set(patterns.map(patternFolder))) await visit(walk, start);
  const sources = [...walk.sources.values()].sort((one, other) => (one.source < other.source ? -1 : 1));
  return { sources, folders: [...walk.folders] };
}

interface Walk {
  readonly folder: string;
  readonly matcher: PathPatterns;
  readonly sources: Map<string, KnowledgeSource>;
  readonly folders: Set<string>;
}

async function visit(walk: Walk, within: string): Promise<void> {
  const here = join(walk.folder, within);
  if (walk.folders.has(here) || !walk.matcher.mayHold(within)) return;
  const real = await realpath(here).catch(() => undefined);
  if (real === undefined || (real !== walk.folder && !isInside(walk.folder, real))) return;
  walk.folders.add(here);
  const entries = await readdir(real, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) await visit(walk, path);
    else if (isDocumentName(entry.name) && walk.matcher.matches(path)) await add(walk, path, entry.isSymbolicLink());
  }
}

async function add({ folder, sources }: Walk, path: string, isLink: boolean): Promise<void> {
  const source = path.normalize('NFC');
  if (sources.size >= mostDocuments || sources.has(source)) return;
  try {
    const real = isLink ? await realpath(join(folder, path)) : join(folder, path);
    if (isLink && !isInside(folder, real)) return;
    const about = await stat(real, { bigint: true });
    if (!about.isFile()) return;
    const { ino, size, mtimeNs } = about;
    const stamp = `${ino}:${size}:${mtimeNs}`;
    sources.set(source, { source, path: real, size: Number(size), modified: Number(mtimeNs / 1_000_000n), stamp });
  } catch {
    // It has gone since the folder was listed, or may not be looked at: no document.
  }
}

function isDocumentName(name: string): boolean {
  return !/\.(?:flow|knowledge)\.json$/i.test(name);
}
