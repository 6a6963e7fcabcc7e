import type { DocumentValue, KnowledgeDocument, Passage, ReadDocument } from '@jacquard/flow';
import type {
  EmbeddingsModel,
  EmbeddingsService,
  KnowledgeBase,
  PassageSettings,
  SearchOptions,
  SearchResult,
  UnreadFile,
} from '@jacquard/node-kit';
import type { BaseContent, BaseFile, BaseIdentity, BaseStatus, BuildOptions, BuildReport } from './base/base-state.ts';
import { leaseDuration } from './base/hold-lease.ts';
import { searchHeldPassages } from './base/search-held-passages.ts';
import { openKnowledgeIndexes } from './database/open-knowledge-indexes.ts';
import type { SourceFile } from './interfaces.ts';
import { openKnowledge } from './open-knowledge.ts';
import { createSplitter } from './passages/create-splitter.ts';
import { createReadingHost } from './reading/reading-host.ts';

/** Where knowledge writes its log lines: pino's shape. */
export interface KnowledgeLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What knowledge stands on. */
export interface KnowledgeOptions {
  /** Where indexes lie, one file a base. Made when it is first needed. */
  readonly indexFolder: string;
  /** See `createEmbeddingsService`. */
  readonly embeddings: EmbeddingsService;
  readonly log: KnowledgeLog;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
}

/** Reading, cutting and searching documents, and the bases that were built of them. It starts nothing until it is asked. */
export interface Knowledge {
  /**
   * The base whose index lies under `key` (letters, digits, `-`, `_`, `.`; unequal bases have unequal keys): the same object
   * for the same key. `id` is what people and answers name it by.
   */
  base(key: string, id: string): Base;
  /** Hears which base's status has changed, at most five times a second for each; returns the function that ends it. */
  onChange(listener: (key: string) => void): () => void;
  /** Reads files without a base. One that can't be read is in `unread`; the others are read. */
  readFiles(
    files: readonly Pick<SourceFile, 'source' | 'path' | 'modified'>[],
    signal?: AbortSignal,
  ): Promise<{ readonly documents: readonly ReadDocument[]; readonly unread: readonly UnreadFile[] }>;
  /** Cuts documents into passages; those without blocks by their lines. */
  split(
    documents: readonly (DocumentValue | ReadDocument)[],
    settings?: PassageSettings,
    signal?: AbortSignal,
  ): Promise<readonly Passage[]>;
  /** Searches passages that a flow holds. */
  searchPassages(
    passages: readonly DocumentValue[],
    query: string,
    options?: SearchOptions & { readonly embeddings?: EmbeddingsModel | undefined },
  ): Promise<SearchResult>;
  /** Stops buildings (what is whole stays) and every process and worker. */
  close(): Promise<void>;
}

/** One knowledge base: built from its files, searched, looked into. It holds no list of files itself: who owns it hands them in. */
export interface Base {
  /** How it stands against its files, without reading any. */
  status(content: BaseContent): Promise<BaseStatus>;
  /** Its files, those of the folder and those at work, by path. */
  files(content: BaseContent): Promise<readonly BaseFile[]>;
  /**
   * Builds what is missing or stale, and resolves once nothing is: call it before each run; it costs next to nothing when
   * nothing has changed. Joins a building that goes on here, and waits for one of another process. A file that can't be
   * read is recorded with its reason and fails nothing. Rejects with `knowledge-disk-full`, `embeddings-unavailable`,
   * `cancelled` or the signal's reason; what was built by then stays.
   */
  build(content: BaseContent, options?: BuildOptions): Promise<BuildReport>;
  /** Stops a building, for all who wait for it: they get `cancelled`. */
  cancel(): void;
  /** What search answers stand on; see {@link BaseIdentity}. */
  identity(): Promise<BaseIdentity>;
  /** Documents of a file as they were read, several for an archive. Undefined when it isn't in the index. */
  documents(source: string): Promise<readonly ReadDocument[] | undefined>;
  passages(source: string): Promise<readonly Passage[]>;
  /** Throws `knowledge-empty` when it holds no passage, `embeddings-unavailable` when meaning alone was asked for and can't be had. */
  search(document: KnowledgeDocument, query: string, options?: SearchOptions): Promise<SearchResult>;
  /** The base as nodes hold it; its identity is as of now. */
  asKnowledgeBase(document: KnowledgeDocument): Promise<KnowledgeBase>;
  /** Stops a building and deletes the index. Files of the base stay where they are. */
  remove(): Promise<void>;
}

/** See {@link Knowledge}. */
export function createKnowledge(options: KnowledgeOptions): Knowledge {
  const { log } = options;
  const indexes = openKnowledgeIndexes({ log });
  return openKnowledge(options, {
    reading: createReadingHost({ log }),
    indexes,
    splitter: createSplitter(log),
    searchPassages: (...search) => searchHeldPassages(indexes, ...search),
    leaseDuration,
  });
}
