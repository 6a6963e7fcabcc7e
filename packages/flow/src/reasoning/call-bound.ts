import { z } from 'zod';

const factorSchema = z.union([z.string(), z.number().nonnegative()]);

/**
 * How often a node may call a model at most, as data: a sum of products. A factor is a number, or the name of an input: a number
 * counts as it is, a list or table by its items, a boolean as 1 or 0; an input left empty counts its default, or 0. A term with
 * `when` counts only where all those inputs have these values. `tokens` names the input that holds how long an answer may be.
 */
export const callBoundSchema = z.object({
  calls: z.array(
    z.object({
      factors: z.array(factorSchema).min(1),
      when: z.array(z.object({ input: z.string(), equals: z.union([z.string(), z.number(), z.boolean()]) })).optional(),
    }),
  ),
  tokens: z.string(),
});
export type CallBound = z.infer<typeof callBoundSchema>;

/** What a step may use at most: calls of a model (each answer of several counts) and tokens of their answers. */
export interface Bound {
  readonly calls: number;
  readonly tokens: number;
}

/** The bound for these values of inputs (defaults filled in); undefined where one that it hangs on isn't known yet. */
export function boundOf(bound: CallBound, inputs: Readonly<Record<string, unknown>>): Bound | undefined {
  let calls = 0;
  for (const { factors, when } of bound.calls) {
    if (when?.some(({ input, equals }) => inputs[input] !== equals)) continue;
    let product = 1;
    for (const factor of factors) {
      const size = typeof factor === 'number' ? factor : sizeOf(inputs[factor]);
      if (size === undefined) return undefined;
      product *= size;
    }
    calls += product;
  }
  const tokens = sizeOf(inputs[bound.tokens]);
  if (tokens === undefined) return undefined;
  return { calls: Math.ceil(calls), tokens: Math.ceil(calls) * tokens };
}

function sizeOf(value: unknown): number | undefined {
  if (value === undefined) return 0;
  if (typeof value === 'number') return Math.max(0, value);
  if (typeof value === 'boolean') return Number(value);
  if (Array.isArray(value)) return value.length;
  return isTable(value) ? value.rows.length : undefined;
}

function isTable(value: unknown): value is { readonly rows: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows);
}
