import type { Catalog } from '../message-entry.ts';
import { dataNodesMessages } from './nodes-data.ts';
import { modelNodesMessages } from './nodes-models.ts';
import { toolsNodesMessages } from './nodes-tools.ts';

/** What the nodes themselves say. */
export const nodesMessages = { ...modelNodesMessages, ...dataNodesMessages, ...toolsNodesMessages } satisfies Catalog;
