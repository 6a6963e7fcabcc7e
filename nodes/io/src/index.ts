import type { NodeDefinition } from '@jacquard/node-kit';
import { chatInput } from './chat-input.ts';
import { chatOutput } from './chat-output.ts';
import { choiceInput } from './choice-input.ts';
import { fileInput } from './file-input.ts';
import { jsonInput } from './json-input.ts';
import { jsonOutput } from './json-output.ts';
import { numberInput } from './number-input.ts';
import { tableOutput } from './table-output.ts';
import { textInput } from './text-input.ts';
import { textOutput } from './text-output.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [
  chatInput,
  textInput,
  numberInput,
  choiceInput,
  fileInput,
  jsonInput,
  chatOutput,
  textOutput,
  jsonOutput,
  tableOutput,
];
