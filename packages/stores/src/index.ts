export * from './interfaces.ts';
export * from './knowledge/knowledge-store.ts';
export { openStores, type OpenStoresOptions } from './open-stores.ts';
