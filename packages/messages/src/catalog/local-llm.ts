import type { Catalog } from '../message-entry.ts';

export const localLlmMessages = {} satisfies Catalog;
