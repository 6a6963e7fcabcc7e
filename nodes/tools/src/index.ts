import type { NodeDefinition } from '@jacquard/node-kit';
import { runCode } from './run-code.ts';
import { runTests } from './run-tests.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [runCode, runTests];
