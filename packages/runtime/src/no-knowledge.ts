import { Problem } from '@jacquard/flow';
import type { Knowledge } from '@jacquard/knowledge';
import type { EmbeddingsService } from '@jacquard/node-kit';

function unavailable(): Promise<never> {
  return Promise.reject(new Problem('embeddings-unavailable', { name: 'default' }, { kind: 'operational' }));
}

/** For a space without embeddings. */
export const noEmbeddings: EmbeddingsService = { open: unavailable, describe: unavailable };

/** For a space without indexes. */
export const noKnowledge: Knowledge = {
  base: () => ({
    status: unavailable,
    files: unavailable,
    build: unavailable,
    cancel: () => undefined,
    identity: unavailable,
    documents: unavailable,
    passages: unavailable,
    search: unavailable,
    asKnowledgeBase: unavailable,
    remove: async () => undefined,
  }),
  onChange: () => () => undefined,
  readFiles: unavailable,
  split: unavailable,
  searchPassages: unavailable,
  close: async () => undefined,
};
