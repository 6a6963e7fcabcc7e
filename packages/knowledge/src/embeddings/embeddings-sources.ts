import type { EmbeddingsModel, EmbeddingsService, Fetch } from '@jacquard/node-kit';
import type { KnowledgeLog } from '../create-knowledge.ts';

/** Embeddings of local models by id, as `@jacquard/local-llm` gives them. */
export interface LocalEmbeddings {
  /** Throws `model-unknown`, or `model-not-installed`. */
  embeddings(id: string, signal?: AbortSignal): Promise<EmbeddingsModel>;
}

/** What embeddings are opened from. */
export interface EmbeddingsSources {
  /** The guarded way out, for services. */
  readonly fetch: Fetch;
  readonly local: LocalEmbeddings;
  readonly log: KnowledgeLog;
}

/** {@link EmbeddingsService} with what it holds open: a worker with the weights, from first use until it has been idle for a time. */
export interface OwnedEmbeddings extends EmbeddingsService {
  close(): Promise<void>;
}
