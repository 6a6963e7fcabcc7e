import type { Passage, Problem, ReadDocument } from '@jacquard/flow';
import type { UnreadFile } from '@jacquard/node-kit';
import type { FileEntry, SourceFile } from '../interfaces.ts';

/** What a file was read as. */
export interface ReadFile {
  readonly sha256: string;
  readonly documents: readonly ReadDocument[];
  readonly unread: readonly UnreadFile[];
  readonly passages: readonly Passage[];
  readonly vectors: FileEntry['vectors'];
}

type Facts = Pick<SourceFile, 'source' | 'stamp' | 'size' | 'modified'>;

/** The entry of a file that was read. `readAt`: milliseconds since the epoch. */
export function readyEntry(source: SourceFile, read: ReadFile, readAt: number): FileEntry {
  const { sha256, documents, unread, passages, vectors } = read;
  const [first] = documents;
  const isArchive = documents.length !== 1 || first?.metadata.source !== source.source;
  const title = isArchive ? undefined : first?.metadata.title;
  const pages = sum(documents.map(({ metadata }) => metadata.pages ?? 0));
  const scanned = meanScanned(documents);
  return {
    file: {
      ...factsOf(source),
      sha256,
      readAt,
      state: 'ready',
      unread,
      warnings: documents.flatMap(({ metadata }) => metadata.warnings),
      mediaType: isArchive ? 'application/zip' : (first?.metadata.mediaType ?? ''),
      ...(title !== undefined && { title }),
      ...(pages > 0 && { pages }),
      ...(scanned !== undefined && { scanned }),
    },
    documents,
    passages,
    vectors,
  };
}

/** The entry of a file that could not be read, with the reason: it is not read again before it changes. */
export function failedEntry(source: SourceFile, sha256: string, problem: Problem, readAt: number): FileEntry {
  const { code, params } = problem;
  const nothing = { unread: [], warnings: [], mediaType: '' };
  return {
    file: { ...factsOf(source), sha256, readAt, state: 'failed', problem: { code, params }, ...nothing },
    documents: [],
    passages: [],
    vectors: [],
  };
}

function factsOf({ source, stamp, size, modified }: SourceFile): Facts {
  return { source, stamp, size, modified };
}

function meanScanned(documents: readonly ReadDocument[]): number | undefined {
  const read = documents.flatMap(({ metadata }) => metadata.blocks).filter(({ scanned }) => scanned !== undefined);
  const length = sum(read.map(({ start, end }) => end - start));
  if (length === 0) return undefined;
  return sum(read.map(({ start, end, scanned = 0 }) => scanned * (end - start))) / length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
