import type { Catalog } from '../message-entry.ts';

export const cliMessages = {} satisfies Catalog;
