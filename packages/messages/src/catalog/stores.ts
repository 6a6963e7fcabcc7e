import type { Catalog } from '../message-entry.ts';

export const storesMessages = {} satisfies Catalog;
