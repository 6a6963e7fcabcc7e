import type { NodeDefinition } from '@jacquard/node-kit';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [];
