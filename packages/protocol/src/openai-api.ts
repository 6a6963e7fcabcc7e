import { jsonSchemaSchema, jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';
import { portValuesSchema } from './run-event.ts';

const textPartSchema = z.object({ type: z.string(), text: z.string().optional() });
/** A text, or parts of it. Parts of other types than `text` are read, so that a refusal can name them. */
const contentSchema = z.union([z.string(), z.array(textPartSchema)]);

const toolCallSchema = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

/** A message of `POST /v1/chat/completions`. Clients send answers back with whatever they hold: what isn't named here is left out. */
export const openAiMessageSchema = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['system', 'developer', 'user']), content: contentSchema, name: z.string().optional() }),
  z.object({
    role: z.literal('assistant'),
    content: contentSchema.nullish(),
    name: z.string().optional(),
    tool_calls: z.array(toolCallSchema).nullish(),
  }),
  z.object({ role: z.literal('tool'), content: contentSchema, tool_call_id: z.string() }),
]);
export type OpenAiMessage = z.infer<typeof openAiMessageSchema>;

export const openAiToolSchema = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
    description: z.string().optional(),
    parameters: jsonSchemaSchema.optional(),
    strict: z.boolean().nullish(),
  }),
});

const toolChoiceSchema = z.union([
  z.enum(['none', 'auto', 'required']),
  z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
]);

const responseFormatSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name: z.string().max(64).optional(),
      description: z.string().optional(),
      schema: jsonSchemaSchema,
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** What decides how an answer is drawn. */
const drawing = {
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().min(0).max(1).optional(),
  n: z.number().int().min(1).max(16).optional(),
  stop: z.union([z.string().max(200), z.array(z.string().max(200)).max(4)]).optional(),
  seed: z.number().int().optional(),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  presence_penalty: z.number().min(-2).max(2).optional(),
  frequency_penalty: z.number().min(-2).max(2).optional(),
  logit_bias: z.record(z.string().regex(/^\d{1,9}$/), z.number().min(-100).max(100)).optional(),
  logprobs: z.boolean().optional(),
  top_logprobs: z.number().int().min(0).max(20).optional(),
};

/** Of no consequence here: OpenAI's bookkeeping. */
const bookkeeping = {
  user: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  store: z.boolean().optional(),
  service_tier: z.string().optional(),
  safety_identifier: z.string().optional(),
  prompt_cache_key: z.string().optional(),
  prompt_cache_retention: z.string().optional(),
  parallel_tool_calls: z.boolean().optional(),
  modalities: z.array(z.literal('text')).optional(),
};

/** Of OpenAI's own, and not of Jacquard: named, so that a refusal can say that it isn't supported rather than unknown. */
const elsewhere = {
  audio: z.unknown().optional(),
  function_call: z.unknown().optional(),
  functions: z.unknown().optional(),
  prediction: z.unknown().optional(),
  reasoning_effort: z.unknown().optional(),
  verbosity: z.unknown().optional(),
  web_search_options: z.unknown().optional(),
};
export const unsupportedParameters = Object.keys(elsewhere);

/**
 * `POST /v1/chat/completions`, as far as Jacquard goes along with OpenAI. `model` is a flow as callers name it (`id`, `id@3`, `id@label`,
 * `id@draft`), or a local model (`default`, its id; `local:ID` where a flow has the same name). `jacquard` is ours: values of the
 * flow's other inputs, and of fields that it lets its callers set.
 */
export const chatCompletionRequestSchema = z.strictObject({
  model: z.string().min(1).max(300),
  messages: z.array(openAiMessageSchema).min(1).max(5000),
  stream: z.boolean().optional(),
  stream_options: z
    .object({ include_usage: z.boolean().optional(), include_obfuscation: z.boolean().optional() })
    .optional(),
  tools: z.array(openAiToolSchema).max(128).optional(),
  tool_choice: toolChoiceSchema.optional(),
  response_format: responseFormatSchema.optional(),
  ...drawing,
  ...bookkeeping,
  ...elsewhere,
  jacquard: z
    .strictObject({ inputs: portValuesSchema.optional(), overrides: z.record(z.string(), jsonValueSchema).optional() })
    .optional(),
});
export type ChatCompletionRequest = z.infer<typeof chatCompletionRequestSchema>;

/** `POST /v1/embeddings`. Tokens in the place of texts are read, so that a refusal can name them. */
export const embeddingsRequestSchema = z.strictObject({
  model: z.string().min(1).max(300),
  input: z.union([
    z.string(),
    z.array(z.string()).min(1).max(2048),
    z.array(z.number()).min(1),
    z.array(z.array(z.number())).min(1),
  ]),
  encoding_format: z.enum(['float', 'base64']).optional(),
  dimensions: z.number().int().positive().optional(),
  user: z.string().optional(),
});
export type EmbeddingsRequest = z.infer<typeof embeddingsRequestSchema>;

/** How every refusal under `/v1` looks. `param`: the parameter at fault. */
export const openAiErrorSchema = z.object({
  error: z.object({ message: z.string(), type: z.string(), param: z.string().nullable(), code: z.string().nullable() }),
});
export type OpenAiError = z.infer<typeof openAiErrorSchema>;

/** An item of `GET /v1/models`. */
export const openAiModelSchema = z.object({
  id: z.string(),
  object: z.literal('model'),
  /** Seconds since the epoch. */
  created: z.number().int(),
  owned_by: z.string(),
  /** Beside OpenAI's: what it is, and what people call it. */
  jacquard: z.object({ kind: z.enum(['flow', 'chat', 'embeddings']), name: z.string() }),
});
export type OpenAiModel = z.infer<typeof openAiModelSchema>;

/** `GET /v1/models`. */
export const openAiModelsSchema = z.object({ object: z.literal('list'), data: z.array(openAiModelSchema) });
