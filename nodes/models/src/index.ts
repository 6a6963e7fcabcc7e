import type { NodeDefinition } from '@jacquard/node-kit';
import { chat } from './chat.ts';
import { chatModel } from './chat-model.ts';
import { classify } from './classify.ts';
import { complete } from './complete.ts';
import { openaiCompatibleEmbeddings } from './openai-compatible-embeddings.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { openai } from './openai.ts';
import { recordedModel } from './recorded-model.ts';
import { score } from './score.ts';
import { structuredOutput } from './structured-output.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [
  chatModel,
  openaiCompatible,
  openai,
  recordedModel,
  chat,
  structuredOutput,
  classify,
  score,
  complete,
  openaiCompatibleEmbeddings,
];
