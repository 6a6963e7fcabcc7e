import type { Message, ModelWait } from '@jacquard/flow';
import {
  toLangChain,
  type ChatChunk,
  type ChatModel,
  type ChatOptions,
  type HearUsage,
  type QuestionOptions,
} from '@jacquard/node-kit';
import type { OpenModelCall } from './open-model-call.ts';

/** Messages, or a text that is gone on with as it stands. */
type Prompt = string | readonly Message[];

/** What a step's view of a model tells. */
export interface ChatModelBinding {
  readonly runId: string;
  readonly signal: () => AbortSignal;
  /** Taken when a call names none. */
  readonly seed: number;
  /** A turn of a loop is work that nobody waits for by itself; all else somebody does. */
  readonly priority: 'person' | 'batch';
  /** A prompt as it is sent. */
  sent(prompt: Prompt, options: ChatOptions): OpenModelCall;
  /** A hearer of what a question used that nothing is written for, beside the node's own. */
  used(onUsage: HearUsage | undefined): HearUsage;
  /** How likely the model held continuations: asked, nothing generated. */
  scored(messages: readonly Message[], scores: readonly (readonly [string, number])[]): void;
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
  async function* answer(
    prompt: Prompt,
    options: ChatOptions,
    ask: (bound: ChatOptions) => AsyncIterable<ChatChunk>,
  ): AsyncGenerator<ChatChunk, void> {
    const { signal, ...asked } = options;
    const sent = { ...asked, ...(model.capabilities.seed && { seed: asked.seed ?? binding.seed }) };
    const call = binding.sent(prompt, sent);
    try {
      const onWait = (wait: ModelWait): void => binding.waits(wait, call);
      const { runId, priority } = binding;
      for await (const chunk of ask({ ...sent, run: runId, priority, signal: signalOf(signal), onWait })) {
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
  const { complete } = model;
  const own: ChatModel = {
    identity: model.identity,
    name: model.name,
    location: model.location,
    capabilities: model.capabilities,
    settings: model.settings,
    prices: model.prices,
    stream: (messages, options = {}) => answer(messages, options, (bound) => model.stream(messages, bound)),
    ...(complete && {
      complete: (text: string, options: ChatOptions = {}) => answer(text, options, (bound) => complete(text, bound)),
    }),
    ...bindQuestions(model, binding, signalOf),
    toLangChain: () => toLangChain(own),
  };
  return own;
}

type Questions = Pick<ChatModel, 'score' | 'countTokens' | 'tokenize' | 'nextTokens'>;

/** What the model can be asked without an answer: nothing is generated, and the questions end with the step. */
function bindQuestions(
  { score, countTokens, tokenize, nextTokens }: ChatModel,
  { runId: run, priority, used, scored }: ChatModelBinding,
  signalOf: (own: AbortSignal | undefined) => AbortSignal,
): Questions {
  const bind = ({ signal, onUsage }: QuestionOptions): QuestionOptions => ({
    run,
    priority,
    signal: signalOf(signal),
    onUsage: used(onUsage),
  });
  return {
    ...(score && {
      score: async (messages: readonly Message[], continuations: readonly string[], asked: QuestionOptions = {}) => {
        const scores = await score(messages, continuations, bind(asked));
        scored(
          messages,
          continuations.map((text, place) => [text, scores[place] ?? 0]),
        );
        return scores;
      },
    }),
    ...(countTokens && {
      countTokens: (input: Prompt, signal?: AbortSignal) => countTokens(input, signalOf(signal)),
    }),
    ...(tokenize && {
      tokenize: (input: Prompt, signal?: AbortSignal) => tokenize(input, signalOf(signal)),
    }),
    ...(nextTokens && {
      nextTokens: (input: Prompt, top: number, asked: QuestionOptions & { after?: readonly number[] } = {}) =>
        nextTokens(input, top, { ...asked, ...bind(asked) }),
    }),
  };
}
