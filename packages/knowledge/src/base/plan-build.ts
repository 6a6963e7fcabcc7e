import type { IndexedFile, SourceFile } from '../interfaces.ts';

/** A file to read, and what the index knows of it. */
export interface PlannedFile {
  readonly source: SourceFile;
  readonly known: IndexedFile | undefined;
}

/** What a building has to do, in this order. */
export interface BuildPlan {
  /** Files that the index has and the base no longer. */
  readonly remove: readonly string[];
  /** New and changed files. */
  readonly read: readonly PlannedFile[];
  readonly unchanged: number;
}

/**
 * Compares a base's files with its index, by path and stamp. `isAnew`: the index was built with other settings, so all is
 * read. A file that failed and hasn't changed since counts as unchanged, unless `retryFailed`.
 */
export function planBuild(
  sources: readonly SourceFile[],
  indexed: readonly IndexedFile[],
  { isAnew, retryFailed }: { readonly isAnew: boolean; readonly retryFailed: boolean },
): BuildPlan {
  const wanted = new Map(sources.map((source) => [source.source, source]));
  const known = new Map(isAnew ? [] : indexed.map((file) => [file.source, file]));
  const read = [...wanted.values()]
    .map((source) => ({ source, known: known.get(source.source) }))
    .filter(({ source, known: file }) => {
      return file === undefined || file.stamp !== source.stamp || (file.state === 'failed' && retryFailed);
    });
  return {
    remove: [...known.keys()].filter((source) => !wanted.has(source)),
    read,
    unchanged: wanted.size - read.length,
  };
}
