import { z } from 'zod';
import { flowDocumentSchema } from './flow-document.ts';
import type { JsonSchema } from './json.ts';

/**
 * The JSON Schema (2020-12) of the flow document, for editors. It is published as `flow.schema.json` beside this
 * package's sources, where a flow's `$schema` may point; a test keeps the two equal.
 */
export function flowJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(flowDocumentSchema, { target: 'draft-2020-12', io: 'input' });
  // boundary: zod types its output as a class-like interface; through JSON it is plain data
  const plain = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  return { ...plain, title: 'Jacquard flow', description: 'A flow of Jacquard, format 1.' };
}
