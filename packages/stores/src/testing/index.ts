export { createMemoryStores } from './create-memory-stores.ts';
export { storesConformance } from './stores-conformance.ts';
