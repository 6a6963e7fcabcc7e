import type { Knowledge, KnowledgeOptions } from '../create-knowledge.ts';
import { leaseDuration } from '../base/hold-lease.ts';
import { openKnowledgeIndexes } from '../database/open-knowledge-indexes.ts';
import { openKnowledge } from '../open-knowledge.ts';
import { asReadDocument } from '../passages/as-read-document.ts';
import { resolvePassageSettings } from '../passages/default-passage-settings.ts';
import { splitDocument } from '../passages/split-document.ts';
import { textReading } from './text-reading.ts';

/**
 * Knowledge that starts in a third of the time, for tests that start it often: real indexes and buildings, but text files
 * are read and cut in this process, and all of them are English.
 */
export function openQuickKnowledge(options: KnowledgeOptions): Knowledge {
  const english = (): string => 'en';
  return openKnowledge(options, {
    reading: textReading(),
    indexes: openKnowledgeIndexes({ log: options.log }),
    splitter: {
      split: async (documents, settings) =>
        documents.flatMap((document) => [
          ...splitDocument(asReadDocument(document, english), resolvePassageSettings(settings), english),
        ]),
      close: async () => undefined,
    },
    searchPassages: () => Promise.reject(new Error('not asked here')),
    leaseDuration,
  });
}
