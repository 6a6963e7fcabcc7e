import type { Passage } from '@jacquard/flow';
import type { PassageSettings } from '@jacquard/node-kit';
import type { KnowledgeLog } from '../create-knowledge.ts';
import { createThreadCalls } from '../threads/thread-calls.ts';
import type { CuttableDocument } from './as-read-document.ts';
import { resolvePassageSettings } from './default-passage-settings.ts';
import type { SplitRequest } from './passage-thread.ts';

/** Cuts documents into passages, in a thread. */
export interface Splitter {
  /** Passages of all documents, in order. See `splitDocument` and `asReadDocument`. */
  split(
    documents: readonly CuttableDocument[],
    settings?: PassageSettings,
    signal?: AbortSignal,
  ): Promise<readonly Passage[]>;
  close(): Promise<void>;
}

/** See {@link Splitter}. */
export function createSplitter(log: KnowledgeLog): Splitter {
  const script = new URL('./passage-thread.ts', import.meta.url);
  const thread = createThreadCalls<SplitRequest, Passage[]>({ script, log, idleAfter: 30_000 });
  return {
    async split(documents, settings, signal) {
      const passages: Passage[][] = [];
      for (const document of documents) {
        signal?.throwIfAborted();
        passages.push(await thread.call({ documents: [document], settings: resolvePassageSettings(settings) }));
      }
      return passages.flat();
    },
    close: () => thread.close(),
  };
}
