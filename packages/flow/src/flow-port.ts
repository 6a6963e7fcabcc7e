import { z } from 'zod';
import { jsonSchemaSchema, jsonValueSchema } from './json.ts';
import { kindSchema } from './kind.ts';
import { settingNameSchema } from './input.ts';
import { wordsSchema } from './words.ts';

/** An input or output of a whole flow, named by the id of its `io` node. `schema` is the JSON Schema of its values. */
export const flowPortSchema = z.object({
  id: z.string(),
  title: z.string().optional(),
  help: z.string().optional(),
  kind: kindSchema,
  /** The port of the io node that carries it. */
  port: z.string(),
  type: z.string(),
  optional: z.boolean(),
  default: jsonValueSchema.optional(),
  /** The default is looked up when a run begins: a file beside the flow, or a setting. */
  defaultFrom: z
    .union([
      z.object({ setting: settingNameSchema, default: jsonValueSchema.optional() }),
      z.object({
        file: z.string(),
        name: z.string().optional(),
        mediaType: z.string().optional(),
        size: z.number().optional(),
      }),
    ])
    .optional(),
  schema: jsonSchemaSchema,
  example: jsonValueSchema.optional(),
  /** Of a conversation's question: what an empty conversation offers to ask. */
  suggestions: z.array(z.string()).readonly().optional(),
});
export type FlowPort = Readonly<z.infer<typeof flowPortSchema>>;

/** An input of a node that callers may set: `id` is its address, `node.input`. `schema` is that of the values it takes. */
export const flowOverrideSchema = z.object({
  id: z.string(),
  node: z.string(),
  input: z.string(),
  /** The node's. */
  title: z.string(),
  label: wordsSchema,
  help: wordsSchema.optional(),
  kind: kindSchema,
  /** What holds when a caller sets nothing. */
  default: jsonValueSchema.optional(),
  schema: jsonSchemaSchema,
});
export type FlowOverride = Readonly<z.infer<typeof flowOverrideSchema>>;

/** What goes into a flow, what comes out, and what of it callers may set, in the order of the file. */
export interface FlowInterface {
  readonly inputs: readonly FlowPort[];
  readonly outputs: readonly FlowPort[];
  readonly overrides: readonly FlowOverride[];
}
