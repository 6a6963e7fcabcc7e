import {
  fromLangChain,
  type ChatModel,
  type ChatOptions,
  type ConstructorSettings,
  type Fetch,
  type JsonValue,
  type ModelPrices,
  type SecretHandle,
} from '@jacquard/node-kit';
import { guardedClientFetch } from './guarded-client-fetch.ts';
import { isStrictSchema } from './strict-schema.ts';

/** An OpenAI-compatible server and what is asked of it. */
export interface OpenAiModel {
  /** With its version part: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly secret: SecretHandle | undefined;
  readonly settings: ConstructorSettings & Readonly<Record<string, number>>;
  /** What its tokens cost, where it was said. */
  readonly prices: ModelPrices | undefined;
  /** It takes `seed`. */
  readonly takesSeed: boolean;
  /** It takes `response_format` with a JSON Schema. */
  readonly takesSchema: boolean;
}

/** What an OpenAI-compatible model's answers stand on. The secret counts by its name, prices not at all. */
export function openAiIdentity({ baseUrl, model, secret, settings }: OpenAiModel): JsonValue {
  return { baseUrl, model, settings, secret: secret?.secret ?? null };
}

/**
 * A chat model over the OpenAI API's chat completions, spoken by LangChain's class. Its requests go out through `fetch`
 * alone, its key is attached there, and usage comes with the stream, so that LangChain counts no tokens itself (for
 * which it would load a tokenizer from the network).
 */
export function openAiModel(about: OpenAiModel, fetch: Fetch): ChatModel {
  const { baseUrl, model, settings, takesSeed, takesSchema } = about;
  const clientFetch = guardedClientFetch(fetch, about);
  return fromLangChain({
    identity: openAiIdentity(about),
    name: model,
    location: new URL(baseUrl).origin,
    reportsEnd: true,
    capabilities: {
      streaming: true,
      seed: takesSeed,
      schema: takesSchema,
      grammar: false,
      logprobs: true,
      tools: true,
    },
    settings,
    prices: about.prices,
    async create(constructorSettings) {
      const { ChatOpenAICompletions } = await import('@langchain/openai');
      const { logprobs, ...rest } = definedOnly(constructorSettings);
      return new ChatOpenAICompletions({
        ...rest,
        ...(logprobs !== undefined && { logprobs: true, topLogprobs: logprobs }),
        model,
        apiKey: 'attached-by-the-guarded-client',
        maxRetries: 0,
        streamUsage: true,
        configuration: { baseURL: baseUrl, fetch: clientFetch, logLevel: 'off' },
      });
    },
    callOptions: ({ seed, schema }) => ({
      ...(takesSeed && seed !== undefined && { seed }),
      ...(takesSchema && schema !== undefined && { response_format: responseFormat(schema) }),
    }),
  });
}

function responseFormat(schema: NonNullable<ChatOptions['schema']>): Readonly<Record<string, unknown>> {
  return { type: 'json_schema', json_schema: { name: 'answer', schema, strict: isStrictSchema(schema) } };
}

function definedOnly<T extends object>(settings: T): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> }; // boundary: fromEntries forgets the keys
}
