import type { Catalog } from '../message-entry.ts';

export const kindsMessages = {} satisfies Catalog;
