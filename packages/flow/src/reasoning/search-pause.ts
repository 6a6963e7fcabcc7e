import { z } from 'zod';
import type { JsonSchema } from '../json.ts';

/** What a search shows a person between two steps: the thoughts of the last one, those that would go on marked. */
export const searchPauseSchema = z.object({
  depth: z.number().int().nonnegative(),
  /** So many go on at most. */
  most: z.number().int().positive(),
  thoughts: z.array(z.object({ id: z.string(), text: z.string(), value: z.number(), isKept: z.boolean() })),
});
export type SearchPause = z.infer<typeof searchPauseSchema>;

/** What a person makes of it, her own first where there are more than may go on: which go on, what is added, or that the search ends here. */
export const searchAnswerSchema = z.object({
  keep: z.array(z.string().max(1000)).max(1000),
  /** Thoughts of the person's own, each below the first that is kept. */
  add: z.array(z.string().min(1).max(10_000)).max(100).default([]),
  stop: z.boolean().default(false),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** The JSON Schema of {@link searchAnswerSchema} where these thoughts are to choose from, for whoever answers by the API. */
export function searchAnswerJsonSchema(thoughts: readonly string[]): JsonSchema {
  return {
    type: 'object',
    properties: {
      keep: { type: 'array', items: { enum: [...new Set(thoughts)] }, maxItems: 1000 },
      add: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 10_000 }, maxItems: 100 },
      stop: { type: 'boolean' },
    },
    required: ['keep'],
    additionalProperties: false,
  };
}

const stateSchema = z.object({
  id: z.string(),
  parent: z.string().optional(),
  depth: z.number(),
  thought: z.string(),
  text: z.string(),
  value: z.number(),
  isSolved: z.boolean(),
});

/** What a paused search goes on from: the states of its last step, those that would go on, and what it had used. */
export const searchStateSchema = z.object({
  depth: z.number(),
  judged: z.array(stateSchema),
  kept: z.array(z.string()),
  spent: z.object({ calls: z.number(), tokens: z.number() }),
});
export type SearchState = z.infer<typeof searchStateSchema>;
