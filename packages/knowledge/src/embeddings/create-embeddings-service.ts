import { Problem } from '@jacquard/flow';
import type { EmbeddingsModel } from '@jacquard/node-kit';
import { createThreadCalls } from '../threads/thread-calls.ts';
import { createBatchQueue, type BatchThread } from './batch-queue.ts';
import type { EmbeddingsSources, OwnedEmbeddings } from './embeddings-sources.ts';
import { describeEnglish, englishEmbeddings, englishName } from './english-embeddings.ts';
import { describeService, serviceEmbeddings } from './service-embeddings.ts';

/**
 * Embeddings by choice: `default` is the English model that comes along, an address a service, anything else a local model.
 * Nothing is loaded before it is asked to embed.
 */
export function createEmbeddingsService({ fetch, local, log }: EmbeddingsSources): OwnedEmbeddings {
  const script = new URL('./english-thread.ts', import.meta.url);
  const thread: BatchThread = createThreadCalls({ script, log });
  const queue = createBatchQueue(thread, englishName);
  const openLocal = async (id: string, signal?: AbortSignal): Promise<EmbeddingsModel> => {
    try {
      return await local.embeddings(id, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const reason = Problem.is(error) ? error.code : String(error);
      throw new Problem('embeddings-unavailable', { name: id, reason }, { kind: 'operational', cause: error });
    }
  };
  return {
    async open(choice, signal) {
      signal?.throwIfAborted();
      if (typeof choice === 'object') return serviceEmbeddings(choice, fetch);
      return choice === 'default' ? englishEmbeddings(queue) : openLocal(choice, signal);
    },
    async describe(choice) {
      if (typeof choice === 'object') return describeService(choice);
      if (choice === 'default') return describeEnglish();
      const { identity, name, location, languages } = await openLocal(choice);
      return { identity, name, location, languages };
    },
    close: () => thread.close(),
  };
}
