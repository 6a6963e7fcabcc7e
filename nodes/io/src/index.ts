import type { NodeDefinition } from '@jacquard/node-kit';
import { chatInput } from './chat-input.ts';
import { chatOutput } from './chat-output.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [chatInput, chatOutput];
