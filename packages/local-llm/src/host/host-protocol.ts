import { jsonSchemaSchema, jsonValueSchema, messageSchema, modelWaitSchema } from '@jacquard/flow';
import { z } from 'zod';
import { engineNameSchema } from '../engine/engine-choice.ts';

/** Which weights a request is for, and the most tokens that prompt and answer may hold together. */
const modelFileSchema = z.object({ path: z.string(), contextTokens: z.number().int().positive().optional() });
export type ModelFile = z.infer<typeof modelFileSchema>;

/** How an answer is drawn. Everything is decided here: the host has no defaults of its own. */
const generationSchema = z.object({
  temperature: z.number().min(0),
  /** 1: none. Not applied to answers of a grammar, whose brackets must come again. */
  repeatPenalty: z.number().min(1).max(2),
  topP: z.number().min(0).max(1),
  seed: z.number().int().nonnegative(),
  stop: z.array(z.string().min(1)),
  maxTokens: z.number().int().positive(),
  samples: z.number().int().positive(),
  schema: jsonSchemaSchema.optional(),
  grammar: z.string().optional(),
});
export type Generation = z.infer<typeof generationSchema>;

/** What the process asks of its model host. `id` names the request in every reply. */
export const hostRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('chat'),
    id: z.number(),
    model: modelFileSchema,
    run: z.string(),
    messages: z.array(messageSchema),
    generation: generationSchema,
  }),
  z.object({
    type: z.literal('count'),
    id: z.number(),
    model: modelFileSchema,
    input: z.union([z.string(), z.array(messageSchema)]),
  }),
  z.object({
    type: z.literal('embed'),
    id: z.number(),
    model: modelFileSchema,
    run: z.string(),
    texts: z.array(z.string()),
  }),
  z.object({ type: z.literal('describe'), id: z.number(), path: z.string() }),
  z.object({ type: z.literal('cancel'), id: z.number() }),
]);
export type HostRequest = z.infer<typeof hostRequestSchema>;

/** What a GGUF file says of itself. */
export const ggufDescriptionSchema = z.object({
  name: z.string().optional(),
  architecture: z.string(),
  contextTokens: z.number().int().positive().optional(),
  /** As the publisher writes it: `135M`. */
  parameters: z.string().optional(),
  licence: z.string().optional(),
  languages: z.array(z.string()),
  hasChatTemplate: z.boolean(),
  /** It was made to give vectors for texts; absent from what earlier versions found out. */
  isForEmbeddings: z.boolean().optional(),
  /** Bytes in memory with the smallest context; null where the engine can't tell, absent from what earlier versions found out. */
  memory: z.number().nullable().optional(),
  /** How its weights are packed: `Q4_K_M`. */
  quantisation: z.string().optional(),
});
export type GgufDescription = z.infer<typeof ggufDescriptionSchema>;

/** What a request took, in watt-hours, where the host meters it; `energyEstimated` where nothing was measured. */
const energySpent = {
  energy: z.number().nonnegative().optional(),
  energyEstimated: z.boolean().optional(),
};

/** What the host answers. Each request has one last reply: all but `wait`, `piece` and `sample-end` are. */
export const hostReplySchema = z.discriminatedUnion('type', [
  /** Which engine the host has opened, and why not the one that it was told to; sent once, before anything is answered. */
  z.object({ type: z.literal('engine'), engine: engineNameSchema, reason: z.string().optional() }),
  z.object({ type: z.literal('wait'), id: z.number(), wait: modelWaitSchema }),
  z.object({ type: z.literal('piece'), id: z.number(), sample: z.number(), text: z.string() }),
  z.object({
    type: z.literal('sample-end'),
    id: z.number(),
    sample: z.number(),
    finish: z.enum(['stop', 'length']),
    inputTokens: z.number(),
    outputTokens: z.number(),
  }),
  z.object({ type: z.literal('end'), id: z.number(), ...energySpent }),
  z.object({ type: z.literal('count-result'), id: z.number(), tokens: z.number() }),
  z.object({
    type: z.literal('embed-result'),
    id: z.number(),
    /** Of length 1, one a text, in order. */
    vectors: z.array(z.array(z.number())),
    /** How many texts were longer than the model takes, and counted by their beginning. */
    cut: z.number(),
    ...energySpent,
  }),
  z.object({ type: z.literal('describe-result'), id: z.number(), description: ggufDescriptionSchema }),
  z.object({
    type: z.literal('problem'),
    id: z.number(),
    code: z.string(),
    params: z.record(z.string(), jsonValueSchema),
    kind: z.enum(['user', 'operational', 'bug']),
  }),
]);
export type HostReply = z.infer<typeof hostReplySchema>;

/** A request without its id, which the caller's side gives it. */
export type HostQuestion = DistributiveOmit<Exclude<HostRequest, { type: 'cancel' }>, 'id'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
