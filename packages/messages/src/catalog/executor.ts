import type { Catalog } from '../message-entry.ts';

export const executorMessages = {} satisfies Catalog;
