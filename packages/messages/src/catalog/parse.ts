import type { Catalog } from '../message-entry.ts';

export const parseMessages = {} satisfies Catalog;
