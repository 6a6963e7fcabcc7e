import type { Passage } from '@jacquard/flow';
import { loadLanguageTools } from '@jacquard/node-kit';
import { serveThread } from '../threads/serve-thread.ts';
import { asReadDocument, type CuttableDocument } from './as-read-document.ts';
import type { ResolvedPassageSettings } from './default-passage-settings.ts';
import { splitDocument } from './split-document.ts';

/** Documents to cut, and how. */
export interface SplitRequest {
  readonly documents: readonly CuttableDocument[];
  readonly settings: ResolvedPassageSettings;
}

/*
 * The thread that cuts documents: telling each passage's language takes 200 times as long as cutting it, too long for a
 * server's event loop.
 */
const { detect } = await loadLanguageTools();

async function split({ documents, settings }: SplitRequest): Promise<{ result: Passage[] }> {
  return {
    result: documents.flatMap((document) => [...splitDocument(asReadDocument(document, detect), settings, detect)]),
  };
}

serveThread(split);
