import { z } from 'zod';
import { composedTextSchema } from './composed-text.ts';
import { jsonValueSchema } from './json.ts';
import { kindSchema } from './kind.ts';
import { callBoundSchema } from './reasoning/call-bound.ts';
import { unfoldingSchema } from './reasoning/unfolding.ts';
import { messageSchema } from './value.ts';
import { wordsSchema } from './words.ts';

/** How an input's field looks and what it takes; the wire's kind is `kind`. */
export const inputPortSchema = z.object({
  kind: kindSchema,
  label: wordsSchema,
  help: wordsSchema.optional(),
  /** May stay empty. */
  optional: z.boolean().optional(),
  /** Taken when the document holds nothing. */
  default: jsonValueSchema.optional(),
  /** Only a wire fits: no field. */
  wireOnly: z.boolean().optional(),
  /** Only a field fits: no wire (inputs that decide ports, recipes of components). */
  fieldOnly: z.boolean().optional(),
  /** The field holds a secret's name, never its text. */
  secret: z.boolean().optional(),
  multiline: z.boolean().optional(),
  /** Shown in the inspector, not on the node. */
  advanced: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
  /** Shown behind the field: `s`, `tokens`. */
  unit: z.string().optional(),
  placeholder: wordsSchema.optional(),
  /** Labels of a choice's options, by option. */
  options: z.record(z.string(), wordsSchema).optional(),
  /** The field suggests: models that are installed, other flows, files, knowledge bases, embeddings; or edits a format. */
  field: z
    .enum([
      'model',
      'reranker',
      'flow',
      'file',
      'knowledge',
      'embeddings',
      'template',
      'json',
      'json-schema',
      'table',
      'lines',
      'expression',
      'code',
      'markdown',
    ])
    .optional(),
  /**
   * Whether a flow may let its callers set it, where that doesn't follow from the rest: `never` for what is run as code or counts
   * what a call costs, `allowed` for a field that no wire can feed.
   */
  override: z.enum(['allowed', 'never']).optional(),
  visibleWhen: z.object({ input: z.string(), equals: jsonValueSchema }).optional(),
});
export type InputPort = z.infer<typeof inputPortSchema>;

export const outputPortSchema = z.object({
  kind: kindSchema,
  label: wordsSchema,
  help: wordsSchema.optional(),
  /** The text comes in pieces while the step runs. */
  streams: z.boolean().optional(),
  /** The value that the node shows on its face. The first output, if none says so. */
  main: z.boolean().optional(),
  /** Of a text: the output of the same node that holds it as a cited answer, which the chat draws instead. */
  cited: z.string().optional(),
});
export type OutputPort = z.infer<typeof outputPortSchema>;

/**
 * Ports that a field decides, as data:
 *
 * - `template-variables`: an input port for each `{{name}}` in the text of `input`.
 * - `list-items`: a port for each item of the list in `input`, named after it (made a port name by `portName`).
 * - `json-schema`: the schema in `input` becomes the schema of output `port`'s json kind.
 * - `choice-options`: the list in `input` becomes the options of output `port`'s choice kind.
 * - `flow-interface`: the inputs and outputs of the flow whose id stands in `input`.
 */
export const portsFromSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('template-variables'), input: z.string(), kind: kindSchema }),
  z.object({
    rule: z.literal('list-items'),
    input: z.string(),
    side: z.enum(['inputs', 'outputs']),
    kind: kindSchema,
    /** Inputs that may stay empty. */
    optional: z.boolean().optional(),
  }),
  z.object({ rule: z.literal('json-schema'), input: z.string(), port: z.string() }),
  z.object({ rule: z.literal('choice-options'), input: z.string(), port: z.string() }),
  z.object({ rule: z.literal('flow-interface'), input: z.string() }),
]);
export type PortsFrom = z.infer<typeof portsFromSchema>;

/**
 * What the executor does with a node, so that it knows no type by name:
 *
 * - `step`: runs it. - `component`: builds it when a step first needs it.
 * - `flow-input`: its one output is an input of the flow. - `flow-output`: its one wired input (the first of
 *   `inputs`) is an output of the flow.
 * - `for-each`, `repeat-until`, `sub-flow`: runs the graph inside.
 * - `switch`: a step that may leave outputs out; what hangs on them is skipped.
 */
export const nodeRoles = [
  'step',
  'switch',
  'component',
  'flow-input',
  'flow-output',
  'for-each',
  'repeat-until',
  'sub-flow',
] as const;
export type NodeRole = (typeof nodeRoles)[number];

/** Whether nodes of a role are what a flow shows to its caller: they stand at its top alone. */
export function isInterfaceRole(role: NodeRole | undefined): boolean {
  return role === 'flow-input' || role === 'flow-output';
}

export const nodeExampleSchema = z.object({
  name: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()).optional(),
  /** The conversation that the run belongs to. */
  history: z.array(messageSchema).optional(),
  /** What a person answers when it pauses. */
  answer: jsonValueSchema.optional(),
});

/** A node type as data: all that palette, form, connection rules, documentation and API need. No functions. */
export const descriptorSchema = z.object({
  type: z.string(),
  version: z.number().int().positive(),
  role: z.enum(nodeRoles),
  title: wordsSchema,
  summary: wordsSchema,
  documentation: wordsSchema.optional(),
  /** More words that the palette's search finds it by. */
  keywords: wordsSchema.optional(),
  /** Name of an icon of the Lucide set, kebab-case. */
  icon: z.string(),
  inputs: z.record(z.string(), inputPortSchema),
  outputs: z.record(z.string(), outputPortSchema),
  /** A scope's ports that its inner nodes read by its id: `each.item`, `each.index`. */
  inner: z.record(z.string(), outputPortSchema).optional(),
  /** At least one of these inputs must be given; a step none of whose given ones has arrived is skipped. */
  requiresOneOf: z.array(z.string()).optional(),
  portsFrom: z.array(portsFromSchema).optional(),
  /** An input or output of the flow that makes up the messages of a session: the question, the answer. */
  isConversation: z.boolean().optional(),
  /** An output that is put together from inputs alone: drawn while a person types. */
  composes: composedTextSchema.optional(),
  /** How often it calls a model at most, and how many tokens the answers may have. */
  bound: callBoundSchema.optional(),
  /** The simple nodes that it equals: the first that holds for its settings. */
  unfolds: z.array(unfoldingSchema).optional(),
  determinism: z.enum(['pure', 'sampled', 'external']),
  effects: z.enum(['none', 'idempotent', 'once']),
  /** What leaves the machine when it runs. `address`: the origin in the input that `reachesFrom` names. */
  reaches: z.enum(['nothing', 'model', 'address']),
  reachesFrom: z.string().optional(),
  example: nodeExampleSchema,
});
export type Descriptor = z.infer<typeof descriptorSchema>;

/** Descriptors by node type. */
export type Descriptors = ReadonlyMap<string, Descriptor>;
