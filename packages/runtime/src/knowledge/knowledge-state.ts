import {
  knowledgeFileSchema,
  knowledgeSummarySchema,
  type KnowledgeFile,
  type KnowledgeSummary,
} from '@jacquard/protocol';
import type { BaseFile, BaseStatus } from '@jacquard/knowledge';
import type { StoredKnowledge } from '@jacquard/stores';

/** A base as people are told of it. Without a status: its file can't be read. */
export function knowledgeSummary(base: StoredKnowledge, status: BaseStatus | undefined): KnowledgeSummary {
  const about = { id: base.id, name: base.document.name ?? base.id };
  if (status === undefined) {
    const counts = { documents: 0, failed: 0, passages: 0, languages: [], updatedAt: base.updatedAt };
    const embeddings = { name: '', location: 'local' };
    return knowledgeSummarySchema.parse({ ...about, ...counts, state: 'broken', problem: base.broken, embeddings });
  }
  return knowledgeSummarySchema.parse({ ...status, ...about, updatedAt: status.updatedAt || base.updatedAt });
}

/** A file of a base as people are told of it. */
export function knowledgeFile(file: BaseFile): KnowledgeFile {
  return knowledgeFileSchema.parse(file);
}
