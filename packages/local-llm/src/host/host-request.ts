import { jsonSchemaSchema, messageSchema } from '@jacquard/flow';
import { z } from 'zod';

/** Which weights a request is for, and the most tokens that prompt and answer may hold together. */
const modelFileSchema = z.object({ path: z.string(), contextTokens: z.number().int().positive().optional() });
export type ModelFile = z.infer<typeof modelFileSchema>;

/** A tool as a model is told of it. */
const toolSchema = z.object({ name: z.string(), description: z.string(), parameters: jsonSchemaSchema });
export type HostTool = z.infer<typeof toolSchema>;

/** How an answer is drawn. Everything is decided here: the host has no defaults of its own. */
const generationSchema = z.object({
  temperature: z.number().min(0),
  topP: z.number().min(0).max(1),
  /** 0: from all tokens. */
  topK: z.number().int().nonnegative(),
  minP: z.number().min(0).max(1),
  /** 1: none. Not applied to answers of a grammar, whose brackets must come again. */
  repeatPenalty: z.number().min(1).max(2),
  tokenBias: z.array(z.object({ token: z.union([z.number().int().nonnegative(), z.string()]), bias: z.number() })),
  seed: z.number().int().nonnegative(),
  stop: z.array(z.string().min(1)),
  maxTokens: z.number().int().positive(),
  samples: z.number().int().positive(),
  /** How many of the likeliest tokens are reported at each place; absent: no probabilities at all. */
  logprobs: z.number().int().nonnegative().optional(),
  schema: jsonSchemaSchema.optional(),
  grammar: z.string().optional(),
  tools: z.array(toolSchema).optional(),
  toolChoice: z.enum(['auto', 'required']).optional(),
});
export type Generation = z.infer<typeof generationSchema>;

/** A text as it stands, or messages in the model's own template, up to where the answer begins. */
const promptSchema = z.union([z.string(), z.array(messageSchema)]);

/** For whom: runs take turns, and a person goes before a batch. */
const owner = { run: z.string(), priority: z.enum(['person', 'batch']) };
const about = { id: z.number(), model: modelFileSchema };

/** What the process asks of its model host. `id` names the request in every reply. */
export const hostRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chat'), ...about, ...owner, input: promptSchema, generation: generationSchema }),
  z.object({ type: z.literal('score'), ...about, ...owner, input: promptSchema, continuations: z.array(z.string()) }),
  z.object({
    type: z.literal('next'),
    ...about,
    ...owner,
    input: promptSchema,
    /** Tokens that stand behind the input already: what they stand for may be no whole character, or no text at all. */
    after: z.array(z.number().int().nonnegative()),
    top: z.number().int().positive(),
  }),
  z.object({ type: z.literal('embed'), ...about, ...owner, texts: z.array(z.string()) }),
  z.object({ type: z.literal('rank'), ...about, ...owner, query: z.string(), documents: z.array(z.string()) }),
  z.object({ type: z.literal('count'), ...about, input: promptSchema }),
  z.object({ type: z.literal('tokens'), ...about, input: promptSchema }),
  /** How the host stands: what it runs on, what it holds and does. */
  z.object({ type: z.literal('state'), id: z.number() }),
  z.object({ type: z.literal('cancel'), id: z.number() }),
]);
export type HostRequest = z.infer<typeof hostRequestSchema>;

/** A request of one type. */
export type HostRequestOf<T extends HostRequest['type']> = Extract<HostRequest, { type: T }>;

/** A request without its id, which the caller's side gives it. */
export type HostQuestion = DistributiveOmit<Exclude<HostRequest, { type: 'cancel' }>, 'id'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
