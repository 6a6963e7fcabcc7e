import { assertionKinds, jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';
import { problemDataSchema, usageSchema } from '../run-event.ts';

/** What came of one assertion. `unchecked`: it says nothing about what is recorded (`latency`, `cost`). */
export const assertionResultSchema = z.object({
  kind: z.enum([...assertionKinds, 'snapshot']),
  status: z.enum(['passed', 'failed', 'unchecked']),
  output: z.string().optional(),
  path: z.string().optional(),
  /** Why it failed. */
  problem: problemDataSchema.optional(),
  /** What was expected and what came, where showing both says more than the sentence. */
  expected: jsonValueSchema.optional(),
  actual: jsonValueSchema.optional(),
  /** What was measured: a similarity, tokens, milliseconds, dollars. */
  measured: z.number().optional(),
});
export type AssertionResult = z.infer<typeof assertionResultSchema>;

/** How a case came out. `error`: it could not be run to its end, or not be judged. */
export const caseStatusSchema = z.enum(['passed', 'failed', 'error']);

/** The last result of a case. */
export const caseResultSchema = z.object({
  case: z.string(),
  status: caseStatusSchema,
  models: z.enum(['recorded', 'live']),
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** Milliseconds. */
  duration: z.number().nonnegative(),
  /** The run, while it is kept: the last one of each case. */
  runId: z.string().optional(),
  assertions: z.array(assertionResultSchema),
  /** What went wrong with the run itself. */
  error: problemDataSchema.optional(),
  /** A prompt that isn't recorded, and the recorded one that comes nearest, word by word. */
  prompt: z.object({ step: z.string(), recorded: z.string(), asked: z.string() }).optional(),
  /** What the flow gave; values over 64 KiB as references of the run. */
  outputs: z.record(z.string(), jsonValueSchema).optional(),
  usage: usageSchema.optional(),
});
export type CaseResult = z.infer<typeof caseResultSchema>;
