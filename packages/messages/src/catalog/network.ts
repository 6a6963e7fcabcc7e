import type { Catalog } from '../message-entry.ts';

export const networkMessages = {} satisfies Catalog;
