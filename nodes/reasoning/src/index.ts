import type { NodeDefinition } from '@jacquard/node-kit';
import { treeOfThoughts } from './tree-of-thoughts.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [treeOfThoughts];
