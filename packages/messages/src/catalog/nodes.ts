import type { Catalog } from '../message-entry.ts';

export const nodesMessages = {} satisfies Catalog;
