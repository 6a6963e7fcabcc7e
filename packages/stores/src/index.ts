export * from './interfaces.ts';
export * from './knowledge/knowledge-store.ts';
export { freeFlowId } from './flow-id.ts';
export { serialiseKnowledge } from './knowledge/parse-knowledge-text.ts';
export { readKnowledgeFolder } from './knowledge/read-knowledge-folder.ts';
export { safeDocumentPath } from './knowledge/safe-document-path.ts';
export { writeDocument } from './knowledge/write-document.ts';
export { findReferences } from './sqlite/find-references.ts';
export { openStores, type OpenStoresOptions } from './open-stores.ts';
