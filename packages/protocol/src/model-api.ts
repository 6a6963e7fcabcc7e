import { z } from 'zod';
import { problemDataSchema } from './run-event.ts';

/** What a model is for. */
export const modelKindSchema = z.enum(['chat', 'embeddings', 'reranking']);

/** How fast a model was found to be on this machine, in tokens a second. */
export const modelSpeedSchema = z.object({
  /** Of a prompt. */
  reading: z.number(),
  /** Of an answer; absent for a model that doesn't write. */
  writing: z.number().optional(),
  /** When it was measured, milliseconds since the epoch. */
  at: z.number(),
});
export type MeasuredSpeed = z.infer<typeof modelSpeedSchema>;

/**
 * `GET /api/v1/models/machine`: what models have to run on, in bytes. `freeMemory` is what a program can have now.
 * `POST /api/v1/models/:id/measure` → 200 a `modelSpeedSchema`, some seconds later; a caller who hangs up ends it.
 */
export const machineSchema = z.object({
  processor: z.string(),
  cores: z.number().int(),
  totalMemory: z.number(),
  freeMemory: z.number(),
  /** Graphics processors with memory of their own that models run on. */
  gpu: z.object({ names: z.array(z.string()), total: z.number() }).optional(),
});
export type Machine = z.infer<typeof machineSchema>;

/** `GET /api/v1/models/:id/uses`: what names a model. `DELETE /api/v1/models/:id` → 204: its file, or what a download left, is gone. */
export const modelUsesSchema = z.object({
  flows: z.array(z.object({ id: z.string(), name: z.string() })),
  bases: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ModelUses = z.infer<typeof modelUsesSchema>;

/** `POST /api/v1/models/:id/try` → server-sent events, the data of each a `tryEventSchema`. A caller who hangs up ends the answer. */
export const tryModelSchema = z.strictObject({ prompt: z.string().min(1).max(20_000) });

/** What comes of a model that is tried: pieces of its answer, then how it went. */
export const tryEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('end'),
    finish: z.enum(['stop', 'length']).optional(),
    inputTokens: z.number(),
    outputTokens: z.number(),
    /** Milliseconds until the first piece came, loading included, and from there to the end. */
    untilFirst: z.number(),
    writing: z.number(),
  }),
  z.object({ type: z.literal('problem'), problem: problemDataSchema }),
]);
export type TryEvent = z.infer<typeof tryEventSchema>;

/**
 * `GET /api/v1/models/elsewhere`: models that don't run here. `providers` are configured; `models` are named where the provider was
 * asked (only one on this machine is). `addresses` are those that flows send to.
 */
export const modelsElsewhereSchema = z.object({
  providers: z.array(
    z.object({
      id: z.enum(['openai', 'ollama']),
      origin: z.string(),
      /** It runs on this machine. */
      isHere: z.boolean(),
      models: z.array(z.string()).optional(),
    }),
  ),
  addresses: z.array(z.object({ origin: z.string(), flows: z.array(z.object({ id: z.string(), name: z.string() })) })),
});
export type ModelsElsewhere = z.infer<typeof modelsElsewhereSchema>;

/** `POST /api/v1/models/preview` → 200 a `modelPreviewSchema`. `POST /api/v1/models/add` → 202 `{id}`: it is listed, and on its way. */
export const modelSourceSchema = z.strictObject({ source: z.string().trim().min(1).max(2000) });
export const modelAddedSchema = z.object({ id: z.string() });

/** Whether a model has room in a machine's memory: beside all else, if other programs are closed, or not at all. */
export const modelFitSchema = z.enum(['well', 'tight', 'too-large']);
export type ModelFit = z.infer<typeof modelFitSchema>;

/** A model that isn't here yet, as its own file and its source describe it. */
export const modelPreviewSchema = z.object({
  /** What is handed on to add it. */
  source: z.string(),
  id: z.string(),
  name: z.string(),
  kind: modelKindSchema.optional(),
  architecture: z.string(),
  parameters: z.string().optional(),
  contextTokens: z.number().optional(),
  languages: z.array(z.string()),
  licence: z.string().optional(),
  quantisation: z.string().optional(),
  hasChatTemplate: z.boolean(),
  size: z.number(),
  parts: z.number(),
  hasChecksum: z.boolean(),
  /** Bytes in memory with the smallest context. */
  memory: z.number().nullable().optional(),
  fit: modelFitSchema,
  /** Quantisations on offer, smallest first. */
  choices: z.array(z.object({ quantisation: z.string(), source: z.string(), size: z.number(), fit: modelFitSchema })),
  /** Why it can't run here. */
  refusal: problemDataSchema.optional(),
  /** It is listed already, under this id. */
  existing: z.string().optional(),
});
export type ModelPreview = z.infer<typeof modelPreviewSchema>;
