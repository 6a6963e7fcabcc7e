import type { KnowledgeDocument } from '@jacquard/flow';
import type { EmbeddingsModel, UnreadFile } from '@jacquard/node-kit';
import type { DocumentProblem, SourceFile } from '../interfaces.ts';

/** What a base is to be built from: its document, and the files that the document's patterns name now. */
export interface BaseContent {
  readonly document: KnowledgeDocument;
  readonly sources: readonly SourceFile[];
}

/** How a building stands. Counts are of this building alone; the rate is of its pages since it began. */
export interface BuildProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
  /** The files at work, with their own pages. */
  readonly reading: readonly { readonly source: string; readonly pagesDone: number; readonly pagesTotal: number }[];
  readonly pagesDone: number;
  readonly pagesPerSecond: number;
}

/** What embeddings a base uses, as people are told. `problem`: they can't be had now. */
export interface EmbeddingsState extends Pick<EmbeddingsModel, 'name' | 'location' | 'languages'> {
  readonly problem?: DocumentProblem | undefined;
}

/** A base at a glance. Times in milliseconds since the epoch. */
export interface BaseStatus {
  /** `stale`: files were added, changed or removed since it was built, or its settings were. */
  readonly state: 'ready' | 'stale' | 'building';
  readonly progress?: BuildProgress | undefined;
  /** Why the last building stopped before its end: `knowledge-disk-full`, `embeddings-unavailable`, … */
  readonly problem?: DocumentProblem | undefined;
  readonly documents: number;
  readonly failed: number;
  readonly passages: number;
  readonly languages: readonly string[];
  readonly embeddings: EmbeddingsState;
  /** 0 for one that never was built. */
  readonly updatedAt: number;
}

/** A file of a base: as the index knows it, or one that waits for that. */
export interface BaseFile {
  readonly source: string;
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed';
  readonly problem?: DocumentProblem | undefined;
  readonly warnings: readonly DocumentProblem[];
  readonly unread: readonly UnreadFile[];
  readonly size: number;
  readonly modified: number;
  /** Absent until it was read. */
  readonly sha256?: string | undefined;
  /** Empty until it was read. */
  readonly mediaType: string;
  readonly title?: string | undefined;
  readonly pages?: number | undefined;
  readonly passages: number;
  readonly languages: readonly string[];
  readonly scanned?: number | undefined;
}

/** How a building ended. */
export interface BuildReport {
  readonly read: number;
  readonly failed: number;
  readonly removed: number;
  /** Files that cost nothing. */
  readonly unchanged: number;
}

/** How a building is followed. */
export interface BuildOptions {
  /** Leaves the building; it stops when nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
  /** At most five times a second, and once at the end. */
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  /** Reads files again that could not be read and have not changed since. */
  readonly retryFailed?: boolean | undefined;
}

/** What answers from a base stand on: its id, and a digest of documents and settings, equal on every machine. */
export type BaseIdentity = { readonly id: string; readonly revision: string };
