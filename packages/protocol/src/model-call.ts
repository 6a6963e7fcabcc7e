import { jsonValueSchema, messageSchema, valueReferenceSchema } from '@jacquard/flow';
import { z } from 'zod';
import { problemDataSchema } from './run-event.ts';

/** The form of the trace items that hold a `ModelCall`. */
export const modelCallForm = 'model-call';

/** So many calls of one step are written down; `usage.modelCalls` counts them all. */
export const mostRecordedCalls = 1000;

/** A part over 64 KiB stands as a reference. */
const jsonPartSchema = z.union([valueReferenceSchema, jsonValueSchema]);

/** What came back for one sample, as the model wrote it. */
export const modelAnswerSchema = z.object({
  text: z.union([z.string(), valueReferenceSchema]),
  finish: z.string().optional(),
  toolCalls: jsonPartSchema.optional(),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/**
 * One call of a chat model by a step: what was really sent, and what came back raw. Headers and keys are no part of it: a
 * key is attached by the guarded client, and stands in `identity` by its name alone.
 */
export const modelCallSchema = z.object({
  /** What the step calls it; items of its insides name their call so. */
  name: z.string().optional(),
  model: z.string(),
  /** `local`, or the origin. */
  location: z.string(),
  identity: jsonPartSchema,
  messages: z.union([valueReferenceSchema, z.array(messageSchema)]),
  /** In place of messages: a text that the model went on with as it stands. */
  prompt: z.union([z.string(), valueReferenceSchema]).optional(),
  /** Those of the call over those of the model: `temperature`, `seed`, … */
  settings: z.record(z.string(), jsonValueSchema),
  tools: jsonPartSchema.optional(),
  schema: jsonPartSchema.optional(),
  grammar: z.union([z.string(), valueReferenceSchema]).optional(),
  /** One for each sample that has begun. */
  answers: z.array(modelAnswerSchema),
  inputTokens: z.number().nonnegative().optional(),
  outputTokens: z.number().nonnegative().optional(),
  /** Milliseconds, from sending to the last piece. */
  duration: z.number().nonnegative(),
  /** Milliseconds until the first piece of text. */
  timeToFirstToken: z.number().nonnegative().optional(),
  /** The call failed, as `error` says; or whoever read it stopped reading (`stopped`). */
  ending: z.enum(['complete', 'failed', 'stopped']),
  error: problemDataSchema.optional(),
});
export type ModelCall = z.infer<typeof modelCallSchema>;
