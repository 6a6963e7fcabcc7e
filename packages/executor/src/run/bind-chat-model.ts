import type { Message, ModelWait } from '@jacquard/flow';
import { toLangChain, type ChatChunk, type ChatModel, type ChatOptions } from '@jacquard/node-kit';
import type { OpenModelCall } from './open-model-call.ts';

/** What a step's view of a model tells. */
export interface ChatModelBinding {
  readonly runId: string;
  readonly signal: () => AbortSignal;
  /** Taken when a call names none. */
  readonly seed: number;
  /** A turn of a loop is work that nobody waits for by itself; all else somebody does. */
  readonly priority: 'person' | 'batch';
  /** A prompt as it is sent. */
  sent(messages: readonly Message[], options: ChatOptions): OpenModelCall;
  /** What a call waits for, from models that know. */
  waits(wait: ModelWait, call: OpenModelCall): void;
  /** Each piece of a call, as it comes; throws to stop the generation. */
  received(chunk: ChatChunk, call: OpenModelCall): void;
  /** The call has come to its end, failed, or is read no further. */
  ended(call: OpenModelCall, ending: 'complete' | 'failed' | 'stopped', error?: unknown): void;
}

/**
 * A step's own view of a shared chat model: its calls end with the step's signal, are drawn with its seed, are counted
 * on its meter, are written down as they were and take turns as its run.
 */
export function bindChatModel(model: ChatModel, binding: ChatModelBinding): ChatModel {
  const signalOf = (own: AbortSignal | undefined): AbortSignal => {
    return own === undefined ? binding.signal() : AbortSignal.any([binding.signal(), own]);
  };
  async function* stream(messages: readonly Message[], options: ChatOptions = {}): AsyncGenerator<ChatChunk, void> {
    const { signal, ...asked } = options;
    const sent = { ...asked, ...(model.capabilities.seed && { seed: asked.seed ?? binding.seed }) };
    const call = binding.sent(messages, sent);
    try {
      const onWait = (wait: ModelWait): void => binding.waits(wait, call);
      const bound = { ...sent, run: binding.runId, priority: binding.priority, signal: signalOf(signal), onWait };
      for await (const chunk of model.stream(messages, bound)) {
        binding.received(chunk, call);
        yield chunk;
      }
      binding.ended(call, 'complete');
    } catch (error) {
      binding.ended(call, 'failed', error);
      throw error;
    } finally {
      binding.ended(call, 'stopped'); // ended already, unless the reader stopped reading
    }
  }
  const own: ChatModel = {
    identity: model.identity,
    name: model.name,
    location: model.location,
    capabilities: model.capabilities,
    settings: model.settings,
    prices: model.prices,
    stream,
    ...(model.score && {
      score: (messages: readonly Message[], continuations: readonly string[], signal?: AbortSignal) =>
        model.score?.(messages, continuations, signalOf(signal)) ?? Promise.resolve([]),
    }),
    ...(model.countTokens && {
      countTokens: (input: string | readonly Message[], signal?: AbortSignal) =>
        model.countTokens?.(input, signalOf(signal)) ?? Promise.resolve(0),
    }),
    toLangChain: () => toLangChain(own),
  };
  return own;
}
