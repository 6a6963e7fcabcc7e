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
  /** Of its tokens, in order, where the call asked for them. */
  logprobs: jsonPartSchema.optional(),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/** What a model can be asked for, as far as nodes look at it before they ask: enough to stand in for it. */
export const recordedModelSchema = z.object({
  name: z.string().max(200),
  capabilities: z.object({
    streaming: z.boolean(),
    seed: z.boolean(),
    schema: z.boolean(),
    grammar: z.boolean(),
    logprobs: z.boolean(),
    tools: z.boolean(),
    contextTokens: z.number().positive().optional(),
    languages: z.array(z.string()).optional(),
  }),
  completes: z.boolean(),
  scores: z.boolean(),
});

/** The form of the trace items that hold `ModelScores`. */
export const modelScoresForm = 'model-scores';

/** How likely a model held continuations of messages: nothing was generated. */
export const modelScoresSchema = z.object({
  model: z.string(),
  /** The model's node. */
  component: z.string().optional(),
  about: recordedModelSchema.optional(),
  messages: z.union([valueReferenceSchema, z.array(messageSchema)]),
  /** The log-probability of each continuation. */
  scores: z.union([valueReferenceSchema, z.array(z.tuple([z.string(), z.number()]))]),
});

/**
 * One call of a chat model by a step: what was really sent, and what came back raw. Headers and keys are no part of it: a
 * key is attached by the guarded client, and stands in `identity` by its name alone.
 */
export const modelCallSchema = z.object({
  /** What the step calls it; items of its insides name their call so. */
  name: z.string().optional(),
  model: z.string(),
  /** The step's first call is 1: calls side by side are written down as they end. */
  number: z.number().int().positive().optional(),
  /** The model's node. */
  component: z.string().optional(),
  /** What it could be asked for. */
  about: recordedModelSchema.optional(),
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
