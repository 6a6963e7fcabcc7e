import { jsonValueSchema, modelWaitSchema } from '@jacquard/flow';
import { z } from 'zod';
import { engineNameSchema } from '../engine/engine-choice.ts';

/** What a request took, in watt-hours, where the host meters it; `energyEstimated` where nothing was measured. */
const energySpent = {
  energy: z.number().nonnegative().optional(),
  energyEstimated: z.boolean().optional(),
};

const likelySchema = z.object({ token: z.string(), logprob: z.number() });
const logprobSchema = likelySchema.extend({ top: z.array(likelySchema).optional() });

/** A token of the vocabulary; `bytes` are hexadecimal. */
const tokenPieceSchema = z.object({ id: z.number(), text: z.string(), bytes: z.string(), isSpecial: z.boolean() });
const toolCallSchema = z.object({ id: z.string(), name: z.string(), arguments: jsonValueSchema });

/** How the host stands. Memory in bytes, speeds in tokens a second over the last seconds. */
const hostStateSchema = z.object({
  engine: z.object({
    kind: z.enum(['cpu', 'cuda', 'vulkan', 'metal']),
    device: z.string().optional(),
    reason: z.string().optional(),
  }),
  process: z.number(),
  memory: z.number(),
  models: z.array(
    z.object({
      path: z.string(),
      /** Contexts side by side, threads of each, and answers that are written together in one. */
      plan: z.object({ lanes: z.number(), threads: z.number(), width: z.number() }),
      /** Whether the plan was chosen by a measurement, or is the one to begin with. */
      isMeasured: z.boolean(),
      memory: z.number(),
      busy: z.number(),
      waiting: z.number(),
    }),
  ),
  reading: z.number(),
  writing: z.number(),
});
export type HostState = z.infer<typeof hostStateSchema>;

const id = { id: z.number() };

/** What the host answers. Each request has one last reply: all but `wait`, `piece`, `sample-end` and `alive` are. */
export const hostReplySchema = z.discriminatedUnion('type', [
  /** Sent now and then as long as the host's own loop turns. */
  z.object({ type: z.literal('alive') }),
  /** Which engine the host has opened, and why not the one that it was told to; sent once, before anything is answered. */
  z.object({ type: z.literal('engine'), engine: engineNameSchema, reason: z.string().optional() }),
  z.object({ type: z.literal('wait'), ...id, wait: modelWaitSchema }),
  z.object({
    type: z.literal('piece'),
    ...id,
    sample: z.number(),
    text: z.string(),
    logprobs: z.array(logprobSchema).optional(),
  }),
  z.object({
    type: z.literal('sample-end'),
    ...id,
    sample: z.number(),
    finish: z.enum(['stop', 'length', 'tool-calls']),
    toolCalls: z.array(toolCallSchema).optional(),
    inputTokens: z.number(),
    outputTokens: z.number(),
  }),
  z.object({ type: z.literal('end'), ...id, ...energySpent }),
  z.object({ type: z.literal('count-result'), ...id, tokens: z.number() }),
  z.object({ type: z.literal('tokens-result'), ...id, tokens: z.array(tokenPieceSchema) }),
  /** Log-probabilities, in the order of the continuations. */
  z.object({ type: z.literal('score-result'), ...id, scores: z.array(z.number()), ...energySpent }),
  z.object({
    type: z.literal('next-result'),
    ...id,
    inputTokens: z.number(),
    /** Those that were asked to stand behind the input. */
    after: z.array(tokenPieceSchema),
    tokens: z.array(tokenPieceSchema.extend({ logit: z.number() })),
    /** Of the whole vocabulary by id: 32-bit floats, little-endian, in base64. */
    logits: z.string(),
    ...energySpent,
  }),
  z.object({
    type: z.literal('embed-result'),
    ...id,
    /** Of length 1, one a text, in order. */
    vectors: z.array(z.array(z.number())),
    /** How many texts were longer than the model takes, and counted by their beginning. */
    cut: z.number(),
    ...energySpent,
  }),
  /** How well each document answers the query, from 0 to 1, in order. */
  z.object({ type: z.literal('rank-result'), ...id, scores: z.array(z.number()), ...energySpent }),
  z.object({ type: z.literal('state-result'), ...id, state: hostStateSchema }),
  z.object({
    type: z.literal('problem'),
    ...id,
    code: z.string(),
    params: z.record(z.string(), jsonValueSchema),
    kind: z.enum(['user', 'operational', 'bug']),
  }),
]);
export type HostReply = z.infer<typeof hostReplySchema>;

/** A reply of one type. */
export type HostReplyOf<T extends HostReply['type']> = Extract<HostReply, { type: T }>;
