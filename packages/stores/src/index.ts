export * from './interfaces.ts';
export { openStores, type OpenStoresOptions } from './open-stores.ts';
