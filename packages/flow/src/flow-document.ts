import { z } from 'zod';
import { inputSchema, portAddressSchema, type Input } from './input.ts';

/** Ids of nodes, notes and groups. */
export const nodeIdSchema = z.string().regex(/^[a-z][a-z0-9-]*$/);
const nodeTypeSchema = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/);
const outputNameSchema = z.string().regex(/^[A-Za-z_][\w-]*$/);

/** Repeats a failed step. `attempts` counts the first one, too; delays are in seconds and double each time, with jitter. */
export const retrySchema = z.strictObject({
  attempts: z.number().int().min(1).max(10),
  delay: z.number().min(0).max(3600).optional(),
  maxDelay: z.number().min(0).max(3600).optional(),
});
export type Retry = z.infer<typeof retrySchema>;

/**
 * What happens when a step fails after its retries: `fail` ends the run, `port` sends the error out of the
 * node's `error` output, `{fallback}` gives these outputs instead.
 */
export type OnError = 'fail' | 'port' | { readonly fallback: Readonly<Record<string, Input>> };
export const onErrorSchema: z.ZodType<OnError> = z.union([
  z.literal('fail'),
  z.literal('port'),
  z.strictObject({ fallback: z.record(outputNameSchema, inputSchema) }),
]);

/** One variable that `repeat-until` carries from turn to turn. */
export interface ScopeState {
  readonly first: Input;
  readonly next: Input;
}

/** A node of a flow; a scope when it has `nodes`. */
export interface FlowNode {
  readonly type: string;
  readonly title?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly inputs?: Readonly<Record<string, Input>> | undefined;
  /** `repeat-until` only. */
  readonly state?: Readonly<Record<string, ScopeState>> | undefined;
  /** `repeat-until` only: read after each turn. */
  readonly until?: Input | undefined;
  readonly nodes?: Readonly<Record<string, FlowNode>> | undefined;
  /** A scope's outputs: where each is read inside. */
  readonly outputs?: Readonly<Record<string, { readonly from: string }>> | undefined;
  readonly onError?: OnError | undefined;
  readonly retry?: Retry | undefined;
  /** Seconds that one attempt may take. */
  readonly timeout?: number | undefined;
}

export const flowNodeSchema: z.ZodType<FlowNode> = z.lazy(() =>
  z.strictObject({
    type: nodeTypeSchema,
    title: z.string().max(200).optional(),
    disabled: z.boolean().optional(),
    inputs: z.record(outputNameSchema, inputSchema).optional(),
    state: z.record(outputNameSchema, z.strictObject({ first: inputSchema, next: inputSchema })).optional(),
    until: inputSchema.optional(),
    nodes: z.record(nodeIdSchema, flowNodeSchema).optional(),
    outputs: z.record(outputNameSchema, z.strictObject({ from: portAddressSchema })).optional(),
    onError: onErrorSchema.optional(),
    retry: retrySchema.optional(),
    timeout: z.number().positive().max(86_400).optional(),
  }),
);

const coordinate = z.number().int().min(-10_000_000).max(10_000_000);
const size = z.number().int().min(1).max(100_000);
const box = { x: coordinate, y: coordinate, width: size.optional(), height: size.optional() };

/** Where things stand on the canvas, in whole pixels at a zoom of 1. A node in a scope stands relative to its scope. */
export const layoutSchema = z.strictObject({
  nodes: z
    .record(
      nodeIdSchema,
      z.strictObject({
        ...box,
        collapsed: z.boolean().optional(),
      }),
    )
    .optional(),
  notes: z
    .record(
      nodeIdSchema,
      z.strictObject({
        ...box,
        text: z.union([z.string(), z.strictObject({ lines: z.array(z.string()) })]),
        color: z.string().optional(),
      }),
    )
    .optional(),
  groups: z
    .record(
      nodeIdSchema,
      z.strictObject({
        title: z.string(),
        nodes: z.array(nodeIdSchema),
        color: z.string().optional(),
        collapsed: z.boolean().optional(),
      }),
    )
    .optional(),
});
export type Layout = z.infer<typeof layoutSchema>;

/** Bounds of a run that the flow sets itself, below the server's. Time in seconds. */
export const limitsSchema = z.strictObject({
  time: z.number().positive().optional(),
  steps: z.number().int().positive().optional(),
  iterations: z.number().int().positive().optional(),
  tokens: z.number().int().positive().optional(),
});
export type FlowLimits = z.infer<typeof limitsSchema>;

/** The saved document, format 1. */
export const flowDocumentSchema = z.strictObject({
  $schema: z.string().optional(),
  jacquard: z.literal(1),
  name: z.string().max(200),
  description: z.string().max(10_000).optional(),
  language: z.enum(['en', 'fr']).optional(),
  reuse: z.enum(['pure', 'all']).optional(),
  limits: limitsSchema.optional(),
  /** Inputs of nodes, `node.input`, that callers of the flow may set: these and no others. */
  overrides: z.array(portAddressSchema).max(200).optional(),
  nodes: z.record(nodeIdSchema, flowNodeSchema),
  types: z.record(nodeTypeSchema, z.number().int().positive()).optional(),
  layout: layoutSchema.optional(),
});
export type FlowDocument = z.infer<typeof flowDocumentSchema>;
