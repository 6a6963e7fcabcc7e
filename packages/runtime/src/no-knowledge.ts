import { Problem } from '@jacquard/flow';
import type { EmbeddingsService, KnowledgeService } from '@jacquard/node-kit';

function unavailable(): Promise<never> {
  return Promise.reject(new Problem('embeddings-unavailable', { name: 'default' }, { kind: 'operational' }));
}

function notFound(id: string): Promise<never> {
  return Promise.reject(new Problem('knowledge-not-found', { id }));
}

/** For a space without embeddings. */
export const noEmbeddings: EmbeddingsService = { open: unavailable, describe: unavailable };

/** For a space without knowledge bases. */
export const noKnowledge: KnowledgeService = {
  open: notFound,
  identify: notFound,
  read: unavailable,
  split: unavailable,
  searchPassages: unavailable,
};
