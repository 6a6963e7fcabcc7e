import type { NodeDefinition } from '@jacquard/node-kit';
import { nextToken } from './next-token.ts';
import { tokens } from './tokens.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [nextToken, tokens];
