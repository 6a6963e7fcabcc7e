import type { IndexedFile, SourceFile } from '../interfaces.ts';
import type { BaseFile } from './base-state.ts';

/** A base's files by path, each as the index knows it, or waiting. `atWork`: paths of those that are being read. */
export function describeFiles(
  sources: readonly SourceFile[],
  indexed: readonly IndexedFile[],
  atWork: ReadonlySet<string>,
): readonly BaseFile[] {
  const known = new Map(indexed.map((file) => [file.source, file]));
  return sources
    .map((source) => describeFile(source, known.get(source.source), atWork.has(source.source)))
    .toSorted((one, other) => (one.source < other.source ? -1 : 1));
}

function describeFile(source: SourceFile, known: IndexedFile | undefined, isAtWork: boolean): BaseFile {
  const { size, modified } = source;
  const facts = { source: source.source, size, modified };
  const isCurrent = known?.stamp === source.stamp;
  const state = isAtWork ? 'reading' : isCurrent ? known.state : 'waiting';
  if (!known) {
    return { ...facts, state, warnings: [], unread: [], mediaType: '', passages: 0, languages: [] };
  }
  const { sha256, mediaType, title, pages, passages, languages, scanned, warnings, unread, problem } = known;
  return {
    ...facts,
    state,
    sha256,
    mediaType,
    title,
    pages,
    passages,
    languages,
    scanned,
    warnings,
    unread,
    ...(state === 'failed' && { problem }),
  };
}
