import type { JsonValue, Message } from '@jacquard/flow';
import { toLangChain, type ChatChunk, type ChatModel, type ChatOptions } from '@jacquard/node-kit';

/** What a step's view of a model tells. */
export interface ChatModelBinding {
  readonly runId: string;
  readonly signal: () => AbortSignal;
  /** Taken when a call names none. */
  readonly seed: number;
  /** The prompt as it is sent. */
  sent(call: {
    readonly model: string;
    readonly location: string;
    readonly messages: JsonValue;
    readonly options: JsonValue;
  }): void;
  /** Each piece of a call, as it comes; throws to stop the generation. */
  received(chunk: ChatChunk, call: ChatCall): void;
}

/** One call of a model. */
export interface ChatCall {
  /** Pieces of text that came and that no usage has told of yet. A piece is a token or more. */
  pieces: number;
}

/**
 * A step's own view of a shared chat model: its calls end with the step's signal, are drawn with its seed, are counted
 * on its meter and take turns as its run.
 */
export function bindChatModel(model: ChatModel, binding: ChatModelBinding): ChatModel {
  const signalOf = (own: AbortSignal | undefined): AbortSignal => {
    return own === undefined ? binding.signal() : AbortSignal.any([binding.signal(), own]);
  };
  async function* stream(messages: readonly Message[], options: ChatOptions = {}): AsyncGenerator<ChatChunk, void> {
    const { signal, ...asked } = options;
    const sent = { ...asked, ...(model.capabilities.seed && { seed: asked.seed ?? binding.seed }) };
    binding.sent({ model: model.name, location: model.location, messages: asJson(messages), options: asJson(sent) });
    const call: ChatCall = { pieces: 0 };
    for await (const chunk of model.stream(messages, { ...sent, run: binding.runId, signal: signalOf(signal) })) {
      binding.received(chunk, call);
      yield chunk;
    }
  }
  const bound: ChatModel = {
    identity: model.identity,
    name: model.name,
    location: model.location,
    capabilities: model.capabilities,
    stream,
    ...(model.score && {
      score: (messages: readonly Message[], continuations: readonly string[], signal?: AbortSignal) =>
        model.score?.(messages, continuations, signalOf(signal)) ?? Promise.resolve([]),
    }),
    ...(model.countTokens && {
      countTokens: (input: string | readonly Message[], signal?: AbortSignal) =>
        model.countTokens?.(input, signalOf(signal)) ?? Promise.resolve(0),
    }),
    toLangChain: () => toLangChain(bound),
  };
  return bound;
}

/** Undefined keys left out, so that it can be recorded. */
function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue; // boundary: what JSON has written is JSON
}
