import { z } from 'zod';
import type { JsonSchema } from '../json.ts';
import { Problem } from '../problem.ts';

/** What a graph of thoughts may hold: it arrives on a wire, and every node of a flow adds to it. */
export const thoughtGraphLimits = { thoughts: 2000, parents: 500, text: 100_000, allTexts: 4_000_000 } as const;

const idSchema = z.string().min(1).max(100);

/** A thought of a graph of thoughts (Besta et al. 2024), with what is known of it. */
export const graphThoughtSchema = z.object({
  id: idSchema,
  /** Thoughts that it was made from, which stand before it; none: it was made from the problem. */
  parents: z.array(idSchema).max(thoughtGraphLimits.parents),
  /** Steps from the problem, from 1. */
  depth: z.number().int().positive().max(thoughtGraphLimits.thoughts),
  text: z.string().max(thoughtGraphLimits.text),
  operation: z.enum(['generate', 'aggregate', 'refine']),
  by: z.enum(['model', 'person', 'rule']).default('model'),
  /** The higher the better; absent while nobody has scored it. */
  value: z.number().optional(),
  verdicts: z.array(z.string().max(1000)).max(200).optional(),
  /** A check has found that it solves the problem. */
  isSolved: z.boolean().optional(),
});
export type GraphThought = z.output<typeof graphThoughtSchema>;

/** A graph of thoughts as it has grown: what nodes that generate, score, keep, aggregate and refine thoughts hand on. */
export const thoughtGraphSchema = z.object({
  problem: z.string().max(thoughtGraphLimits.allTexts),
  thoughts: z.array(graphThoughtSchema).max(thoughtGraphLimits.thoughts),
  /** The thoughts that the next node works on, in order. */
  current: z.array(idSchema).max(thoughtGraphLimits.thoughts),
});
export type ThoughtGraph = z.output<typeof thoughtGraphSchema>;

/** The JSON Schema of {@link thoughtGraphSchema}, for ports. */
export function thoughtGraphJsonSchema(): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(thoughtGraphSchema, { io: 'input' });
  return schema as JsonSchema; // boundary: a JSON Schema is JSON
}

/**
 * Reads what came on a wire as a graph of thoughts. Throws `thoughts-not-valid` where it is none: of another form, too large, a thought
 * twice, a parent that doesn't stand before its child, or a current thought that isn't there.
 */
export function readThoughtGraph(value: unknown): ThoughtGraph {
  const parsed = thoughtGraphSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw notValid(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
  }
  const { thoughts, current } = parsed.data;
  const known = new Set<string>();
  let length = 0;
  for (const { id, parents, text } of thoughts) {
    if (known.has(id)) throw notValid(`${id}: twice`);
    const stranger = parents.find((parent) => !known.has(parent));
    if (stranger !== undefined) throw notValid(`${id}: ${stranger}?`);
    known.add(id);
    length += text.length;
  }
  const lost = current.find((id) => !known.has(id));
  if (lost !== undefined) throw notValid(`current: ${lost}?`);
  if (length > thoughtGraphLimits.allTexts) throw notValid(`> ${thoughtGraphLimits.allTexts}`);
  return { ...parsed.data, current: [...new Set(current)] };
}

function notValid(fault: string): Problem {
  return new Problem('thoughts-not-valid', { fault: fault.slice(0, 300) });
}
