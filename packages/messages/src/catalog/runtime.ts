import type { Catalog } from '../message-entry.ts';

export const runtimeMessages = {} satisfies Catalog;
