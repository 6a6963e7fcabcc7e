import { z } from 'zod';
import { jsonValueSchema } from './json.ts';

/** A change that would mend an issue; one click where there is only one. */
export const suggestionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set-input'), node: z.string(), port: z.string(), input: jsonValueSchema }),
  /** Another source wherever the node reads `from`: in an input, in one item of a list, in a scope's state or outputs. */
  z.object({ do: z.literal('replace-source'), node: z.string(), from: z.string(), to: z.string() }),
  z.object({ do: z.literal('remove-input'), node: z.string(), port: z.string() }),
  /** Callers may no longer set it. */
  z.object({ do: z.literal('remove-override'), node: z.string(), port: z.string() }),
  z.object({ do: z.literal('set-type'), node: z.string(), type: z.string() }),
]);
export type Suggestion = z.infer<typeof suggestionSchema>;

/**
 * Something wrong with a flow. It carries no sentence: `@jacquard/messages` makes one from `code` and `params` in the
 * reader's language. An `error` keeps the flow from running, a `warning` doesn't.
 */
export const issueSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), jsonValueSchema),
  node: z.string().optional(),
  port: z.string().optional(),
  suggestion: suggestionSchema.optional(),
});
export type Issue = z.infer<typeof issueSchema>;
