export * from './collect.ts';
export * from './fake-chat-model.ts';
export * from './fake-embeddings.ts';
export { fakeKnowledgeBase, fakePassage } from './fake-knowledge.ts';
export { fakeReranker } from './fake-reranker.ts';
export * from './fake-services.ts';
export * from './run-example.ts';
export * from './run-node.ts';
export * from './openai-server.ts';
