import type { Catalog } from '../message-entry.ts';
import { dataNodesMessages } from './nodes-data.ts';
import { modelNodesMessages } from './nodes-models.ts';

/** What the nodes themselves say. */
export const nodesMessages = { ...modelNodesMessages, ...dataNodesMessages } satisfies Catalog;
