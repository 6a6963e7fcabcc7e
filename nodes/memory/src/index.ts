import type { NodeDefinition } from '@jacquard/node-kit';
import { chatHistory } from './chat-history.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [chatHistory];
