import type { NodeDefinition } from '@jacquard/node-kit';
import { template } from './template.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [template];
