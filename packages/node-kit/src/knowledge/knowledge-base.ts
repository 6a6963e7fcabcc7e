import type { JsonValue, Passage, SearchReport } from '@jacquard/flow';
import type { BaseRetriever } from '@langchain/core/retrievers';
import type { HearUsage } from './embeddings-model.ts';

/** What a search is restricted to. All that is given must hold. */
export interface SearchFilter {
  /** Paths within the base; `*` and `**` as in file names. */
  readonly sources?: readonly string[] | undefined;
  /** ISO 639-1. */
  readonly languages?: readonly string[] | undefined;
  /** Rows of tables alone. */
  readonly tables?: boolean | undefined;
  /** ISO 8601: documents changed at or after, before. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** `hybrid`: words and meaning. `keyword`: words (BM25). `dense`: meaning. */
export type SearchMode = 'hybrid' | 'keyword' | 'dense';

export interface SearchOptions {
  readonly mode?: SearchMode | undefined;
  /** How many passages; unless told, as many as make up 4,000 characters. */
  readonly top?: number | undefined;
  /** Least score, 0 to 1. */
  readonly threshold?: number | undefined;
  readonly filter?: SearchFilter | undefined;
  /** How many passages before and after each to join to it. */
  readonly neighbours?: number | undefined;
  /** What was said before, oldest first: a message that leans on the last question is searched together with it. */
  readonly history?: readonly { readonly role: string; readonly content: string }[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears what the embeddings of the question used, from those that know. */
  readonly onUsage?: HearUsage | undefined;
}

/** What a search gives. */
export interface SearchResult {
  /** Best first, each with `metadata.match`. */
  readonly passages: readonly Passage[];
  readonly report: SearchReport;
}

/** A knowledge base on a wire. Errors are `Problem`s: `knowledge-not-found`, `knowledge-empty`, `embeddings-unavailable`. */
export interface KnowledgeBase {
  /** Id and revision: what answers from it stand on. */
  readonly identity: JsonValue;
  readonly id: string;
  readonly name: string;
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  /** The same base for LangChain code. */
  toRetriever(options?: SearchOptions): Promise<BaseRetriever>;
}
