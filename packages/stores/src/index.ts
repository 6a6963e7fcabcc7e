export * from './interfaces.ts';
export * from './knowledge/knowledge-store.ts';
export { patternFolder } from './knowledge/path-patterns.ts';
export { readKnowledgeFolder } from './knowledge/read-knowledge-folder.ts';
export { safeDocumentPath } from './knowledge/safe-document-path.ts';
export { openStores, type OpenStoresOptions } from './open-stores.ts';
