import type { NodeDefinition } from '@jacquard/node-kit';
import { chat } from './chat.ts';
import { chatModel } from './chat-model.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [chatModel, chat];
