export * from './interfaces.ts';
export type {
  BaseContent,
  BaseFile,
  BaseIdentity,
  BaseStatus,
  BuildOptions,
  BuildProgress,
  BuildReport,
  EmbeddingsState,
} from './base/base-state.ts';
export {
  createKnowledge,
  type Base,
  type Knowledge,
  type KnowledgeLog,
  type KnowledgeOptions,
} from './create-knowledge.ts';
export type { EmbeddingsSources, LocalEmbeddings, OwnedEmbeddings } from './embeddings/embeddings-sources.ts';
export { createEmbeddingsService } from './embeddings/create-embeddings-service.ts';
export { openKnowledgeIndexes, type KnowledgeIndexes } from './database/open-knowledge-indexes.ts';
export { createReadingHost, type ReadingHostOptions } from './reading/reading-host.ts';
export { textForEmbedding } from './passages/text-for-embedding.ts';
