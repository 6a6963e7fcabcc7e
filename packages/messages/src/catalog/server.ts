import type { Catalog } from '../message-entry.ts';

export const serverMessages = {} satisfies Catalog;
