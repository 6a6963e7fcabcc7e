import type { NodeDefinition } from '@jacquard/node-kit';
import { chatMessages } from './chat-messages.ts';
import { fewShot } from './few-shot.ts';
import { instructions } from './instructions.ts';
import { template } from './template.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [template, chatMessages, fewShot, instructions];
