import type { JsonValue, KnowledgeDocument } from '@jacquard/flow';
import type { Space } from '../interfaces.ts';

/** A knowledge base as it is kept: a `*.knowledge.json`, and the documents that its patterns name. */
export interface StoredKnowledge {
  readonly id: string;
  readonly document: KnowledgeDocument;
  /** Changes with every save. */
  readonly revision: string;
  readonly updatedAt: number;
  /** Came by a bundle, or its file was changed outside of Jacquard: what it reaches is asked for before a run. */
  readonly imported: boolean;
  /** Why its file can't be read; `document` then has no sources. */
  readonly broken?: { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> } | undefined;
}

/** A document of a base, where it lies on this machine. */
export interface KnowledgeSource {
  /** Its path beside the base's file, `/` between folders. */
  readonly source: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** Changes whenever the file may have changed. */
  readonly stamp: string;
}

/** `modified`: when the document was last changed, in milliseconds since the epoch; now unless told. */
export interface PutOptions {
  readonly maxBytes: number;
  readonly modified?: number | undefined;
}

/**
 * Knowledge bases as files beside their documents: in the project folder, or in a folder of the home. Nothing reaches out of
 * that folder, by `..`, links or names. Throws `knowledge-not-found`, `knowledge-changed`, `knowledge-exists`, and for a base
 * whose file can't be read the reason (`knowledge-file-…`).
 */
export interface KnowledgeStore {
  list(space: Space): Promise<readonly StoredKnowledge[]>;
  get(space: Space, id: string): Promise<StoredKnowledge | undefined>;
  /**
   * Under a free id made of the document's name or of `like`, or under `id`. A document without sources gets `ID/**`.
   */
  create(
    space: Space,
    document: KnowledgeDocument,
    options?: {
      readonly id?: string | undefined;
      readonly like?: string | undefined;
      readonly imported?: boolean | undefined;
    },
  ): Promise<StoredKnowledge>;
  save(space: Space, id: string, document: KnowledgeDocument, expected: string): Promise<StoredKnowledge>;
  /** Documents that people put there through Jacquard go, too; those of a project folder stay. */
  delete(space: Space, id: string): Promise<void>;
  /** The documents that the base's patterns name, sorted by path. */
  sources(space: Space, id: string): Promise<readonly KnowledgeSource[]>;
  /** Where new documents go, from the first pattern. Adds or replaces one in one step; the name is made safe. Throws `file-too-large`, `knowledge-file-unmatched`. */
  put(
    space: Space,
    id: string,
    path: string,
    bytes: AsyncIterable<Uint8Array>,
    about: PutOptions,
  ): Promise<KnowledgeSource>;
  /** Throws `file-not-found`. */
  remove(space: Space, id: string, source: string): Promise<void>;
  /** Calls back when a base's file or documents changed, by anyone. Returns the unsubscriber. */
  watch(space: Space, listener: (id: string) => void): () => void;
}
