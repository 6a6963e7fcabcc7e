import type { DocumentValue, FileValue, JsonValue, Passage, ReadDocument } from '@jacquard/flow';
import type { EmbeddingsModel } from './embeddings-model.ts';
import type { KnowledgeBase, SearchOptions, SearchResult } from './knowledge-base.ts';

/** A file that could not be read; the others of the call were. */
export interface UnreadFile {
  readonly source: string;
  readonly problem: { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> };
}

/** How documents are cut. Characters are UTF-16 code units. */
export interface PassageSettings {
  /** Longest passage in characters, 200 to 4,000. */
  readonly size?: number | undefined;
  /** Characters that two neighbours share, less than half of `size`. */
  readonly overlap?: number | undefined;
}

/** Documents, passages and the knowledge bases of the flow's space. */
export interface KnowledgeService {
  /** Builds what is missing or stale, then opens the base. Throws `knowledge-not-found`. */
  open(id: string, signal?: AbortSignal): Promise<KnowledgeBase>;
  /** The same, for the reuse key: id and revision, after what is stale was built. */
  identify(id: string, signal?: AbortSignal): Promise<JsonValue>;
  /** Reads files of any format; archives give each of their files. One that can't be read fails alone. */
  read(
    files: readonly FileValue[],
    signal?: AbortSignal,
  ): Promise<{ readonly documents: readonly ReadDocument[]; readonly unread: readonly UnreadFile[] }>;
  /** Cuts documents along headings, paragraphs and tables. Documents without `blocks` are cut by their lines. */
  split(
    documents: readonly DocumentValue[],
    settings?: PassageSettings,
    signal?: AbortSignal,
  ): Promise<readonly Passage[]>;
  /** Searches passages that a flow holds, without a base. */
  searchPassages(
    passages: readonly DocumentValue[],
    query: string,
    options?: SearchOptions & { readonly embeddings?: EmbeddingsModel | undefined },
  ): Promise<SearchResult>;
}
