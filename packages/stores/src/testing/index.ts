export { createMemoryStores } from './create-memory-stores.ts';
