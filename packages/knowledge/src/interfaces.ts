import type { JsonValue, Passage, ReadDocument } from '@jacquard/flow';
import type { EmbeddingsModel, SearchOptions, SearchResult, UnreadFile } from '@jacquard/node-kit';

/** A file that may be read. Its name is what people see, `source` its path within the base; `path` is where it lies. */
export interface SourceFile {
  /** `/` between folders, no leading one. */
  readonly source: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** Changes whenever the file may have changed: size, time and inode. */
  readonly stamp: string;
}

/** Why a document could not be read, as a code of `messages`. */
export type DocumentProblem = UnreadFile['problem'];

/** Reads files in a child process with limits of memory and time: one that is broken or hostile ends it alone. */
export interface ReadingHost {
  /**
   * All documents of a file: one, or those of an archive. Rejects with a `Problem` (`document-…`) when nothing of it can be
   * read; `unread` names the parts of an archive that could not be. `onPages` tells pages done of pages in all, as they come.
   */
  read(
    file: Pick<SourceFile, 'source' | 'path' | 'modified'>,
    options?: {
      readonly signal?: AbortSignal | undefined;
      readonly onPages?: ((done: number, total: number) => void) | undefined;
    },
  ): Promise<{ readonly documents: readonly ReadDocument[]; readonly unread: readonly UnreadFile[] }>;
  close(): Promise<void>;
}

/** A file as the index knows it. An archive is one, whatever it holds. Times are milliseconds since the epoch. */
export interface IndexedFile {
  readonly source: string;
  readonly stamp: string;
  readonly size: number;
  readonly modified: number;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly readAt: number;
  readonly state: 'ready' | 'failed';
  readonly problem?: DocumentProblem | undefined;
  /** Parts that could not be read, and other warnings. */
  readonly unread: readonly UnreadFile[];
  readonly warnings: readonly DocumentProblem[];
  readonly mediaType: string;
  readonly title?: string | undefined;
  readonly pages?: number | undefined;
  readonly passages: number;
  readonly languages: readonly string[];
  /** Mean confidence of character recognition, where pages were read from pictures. */
  readonly scanned?: number | undefined;
}

/** What one file has become: it takes the place of what the index held of it, in one transaction. */
export interface FileEntry {
  readonly file: Omit<IndexedFile, 'passages' | 'languages'>;
  readonly documents: readonly ReadDocument[];
  readonly passages: readonly Passage[];
  /** One a passage, in order; undefined where none was made (language unknown to the embeddings, or none chosen). */
  readonly vectors: readonly (readonly number[] | undefined)[];
}

/** What an index was built with; anything else in it is stale. */
export interface IndexSettings {
  readonly embeddings: JsonValue;
  readonly passages: JsonValue;
  /** Version of our reading and cutting code. */
  readonly reader: number;
}

/** One base's index: one SQLite file (FTS5, sqlite-vec), read and written in a worker. */
export interface KnowledgeIndex {
  files(): Promise<readonly IndexedFile[]>;
  /** Undefined for a new one. */
  settings(): Promise<IndexSettings | undefined>;
  /** Empties the index when the settings differ from those that it was built with. */
  prepare(settings: IndexSettings): Promise<void>;
  /** One transaction: whole, or not at all. Throws `knowledge-disk-full` and leaves what was there. */
  replace(entry: FileEntry): Promise<void>;
  /** Only its stamp and time have changed. */
  touch(source: string, stamp: string, modified: number): Promise<void>;
  remove(sources: readonly string[]): Promise<void>;
  /** Grows with every change of what it holds. */
  revision(): Promise<number>;
  /** The right to build, across processes: true when `owner` has it until `until` (milliseconds since the epoch). */
  lease(owner: string, until: number, now: number): Promise<boolean>;
  release(owner: string): Promise<void>;
  /** Documents of a file; several for an archive. Undefined when it isn't in the index. */
  documents(source: string): Promise<readonly ReadDocument[] | undefined>;
  /** Passages of a file in reading order. */
  passagesOf(source: string): Promise<readonly Passage[]>;
  counts(): Promise<{ readonly documents: number; readonly passages: number; readonly languages: readonly string[] }>;
  search(
    query: string,
    options: SearchOptions & {
      readonly embeddings: EmbeddingsModel | undefined;
      readonly base: { readonly id: string; readonly name: string };
    },
  ): Promise<SearchResult>;
  close(): Promise<void>;
  /** Deletes it with its file; nothing of it can be read meanwhile. */
  delete(): Promise<void>;
}
