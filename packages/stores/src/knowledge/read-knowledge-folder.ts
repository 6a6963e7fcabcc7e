import { realpathSync } from 'node:fs';
import type { KnowledgeDocument } from '@jacquard/flow';
import { findDocuments } from './find-documents.ts';
import { requireKnowledge } from './knowledge-place.ts';
import type { KnowledgeSource } from './knowledge-store.ts';

/**
 * A base of a folder that no store has: one that comes along with the product, or out of a bundle. Throws `knowledge-not-found`, or why its
 * file can't be read.
 */
export async function readKnowledgeFolder(
  folder: string,
  id: string,
): Promise<{ readonly document: KnowledgeDocument; readonly sources: readonly KnowledgeSource[] }> {
  const place = { folder: realpathSync(folder), isOwn: false };
  const { document } = requireKnowledge(place, id);
  const { sources } = await findDocuments(place.folder, document.sources);
  return { document, sources };
}
