import type { Catalog } from '../message-entry.ts';

export const checkMessages = {} satisfies Catalog;
