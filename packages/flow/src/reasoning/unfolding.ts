import { z } from 'zod';
import { jsonValueSchema, type JsonValue } from '../json.ts';
import { wordsSchema, type Words } from '../words.ts';

/** An inner node of an unfolding: a flow's node, but for inputs that are taken over from the strategy. */
export interface UnfoldedNode {
  readonly type: string;
  readonly title?: Words | undefined;
  readonly inputs?: Readonly<Record<string, JsonValue>> | undefined;
  readonly state?: Readonly<Record<string, { readonly first: JsonValue; readonly next: JsonValue }>> | undefined;
  readonly until?: JsonValue | undefined;
  readonly nodes?: Readonly<Record<string, UnfoldedNode>> | undefined;
  /** A scope's outputs: name → `node.port`. */
  readonly outputs?: Readonly<Record<string, string>> | undefined;
}

const unfoldedNodeSchema: z.ZodType<UnfoldedNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    title: wordsSchema.optional(),
    inputs: z.record(z.string(), jsonValueSchema).optional(),
    state: z.record(z.string(), z.object({ first: jsonValueSchema, next: jsonValueSchema })).optional(),
    until: jsonValueSchema.optional(),
    nodes: z.record(z.string(), unfoldedNodeSchema).optional(),
    outputs: z.record(z.string(), z.string()).optional(),
  }),
);

/**
 * The simple nodes that a strategy equals, as data. Inner inputs are literals, `{from: "inner.port"}`, `{of: "input"}` (what stands in
 * that input of the strategy, its default where it is left empty) or `{count: "input"}` (the numbers from 1 to that input's, one a
 * line; only where a number stands in it).
 */
export const unfoldingSchema = z.object({
  /** Holds for these values of the strategy's inputs alone. */
  when: z.array(z.object({ input: z.string(), equals: z.union([z.string(), z.number(), z.boolean()]) })).optional(),
  /** What the simple nodes don't do as the strategy does, for people. */
  differs: wordsSchema.optional(),
  nodes: z.record(z.string(), unfoldedNodeSchema),
  /** The strategy's outputs: name → `node.port`. */
  outputs: z.record(z.string(), z.string()),
});
export type Unfolding = z.infer<typeof unfoldingSchema>;
