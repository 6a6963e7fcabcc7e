import { Problem, type JsonValue } from '@jacquard/flow';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatCapabilities, ChatChunk, ChatModel, ChatOptions, ModelPrices } from '../chat-model.ts';
import { AnswerReader, type LangChainChunk } from './answer-reader.ts';
import { toLangChainMessages } from './langchain-messages.ts';
import { loadLangChain } from './load-langchain.ts';
import { providerProblem } from './provider-problem.ts';

/** What LangChain's classes take in their constructor alone; a new set of them makes a new instance. */
export interface ConstructorSettings {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxTokens?: number | undefined;
  readonly logprobs?: number | undefined;
}

/** A chat model of LangChain's, as a component wraps it. */
export interface LangChainModel {
  readonly identity: JsonValue;
  readonly name: string;
  /** The origin that prompts go to, or `local`. */
  readonly location: string;
  readonly capabilities: ChatCapabilities;
  /** Its own settings; those of a call go before them. */
  readonly settings?: ConstructorSettings;
  readonly prices?: ModelPrices | undefined;
  /** The provider always says why an answer ended, so an answer without it was cut off. */
  readonly reportsEnd?: boolean;
  /** Makes an instance. It must set `maxRetries: 0`: the executor retries. */
  create(settings: ConstructorSettings): Promise<BaseChatModel>;
  /** What of a call goes to the class as call options: seed, response format. */
  callOptions?(options: ChatOptions): Readonly<Record<string, unknown>>;
}

const keptInstances = 16;

/**
 * Wraps any LangChain `BaseChatModel` as a `ChatModel`. Its streaming method is called straight, without callback
 * manager and tracing. Several samples are drawn one after the other, with the seeds `seed`, `seed + 1`, …
 */
export function fromLangChain(model: LangChainModel): ChatModel {
  const instances = new Map<string, Promise<BaseChatModel>>();
  const instance = (settings: ConstructorSettings): Promise<BaseChatModel> => {
    const key = JSON.stringify(settings);
    const known = instances.get(key);
    if (known) return known;
    const oldest = instances.keys().next().value;
    if (oldest !== undefined && instances.size >= keptInstances) instances.delete(oldest);
    const made = model.create(settings);
    instances.set(key, made);
    made.catch(() => instances.delete(key));
    return made;
  };
  const { identity, name, location, capabilities } = model;
  return {
    identity,
    name,
    location,
    capabilities,
    settings: present({ ...model.settings }),
    prices: model.prices,
    async *stream(messages, options = {}) {
      const target = await instance(mergedSettings(model.settings ?? {}, options));
      const input = await toLangChainMessages(messages);
      for (let sample = 0; sample < (options.samples ?? 1); sample++) {
        const seed = options.seed === undefined ? undefined : options.seed + sample;
        for await (const chunk of streamOne(model, target, input, { ...options, seed })) {
          yield options.samples === undefined ? chunk : { ...chunk, sample };
        }
      }
    },
    toLangChain: () => instance(mergedSettings(model.settings ?? {}, {})),
  };
}

function present(settings: ConstructorSettings): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}

function mergedSettings(own: ConstructorSettings, call: ChatOptions): ConstructorSettings {
  return {
    temperature: call.temperature ?? own.temperature,
    topP: call.topP ?? own.topP,
    maxTokens: call.maxTokens ?? own.maxTokens,
    logprobs: call.logprobs ?? own.logprobs,
  };
}

async function* streamOne(
  model: LangChainModel,
  target: BaseChatModel,
  input: BaseMessage[],
  options: ChatOptions,
): AsyncGenerator<ChatChunk> {
  const address = { origin: model.location, model: model.name };
  const reader = new AnswerReader();
  try {
    for await (const chunk of chunksOf(target, input, callOptionsOf(model, options), options.tools)) {
      const piece = reader.read(chunk);
      if (piece) yield piece;
    }
    options.signal?.throwIfAborted();
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    const problem = providerProblem(error, address);
    throw reader.hasBegun && problem.code === 'provider-unreachable' ? cutProblem(model, error) : problem;
  }
  if (model.reportsEnd && !reader.isFinished) throw cutProblem(model);
  yield reader.last();
}

function cutProblem({ location }: LangChainModel, cause?: unknown): Problem {
  return new Problem('provider-stream-cut', { origin: location }, { kind: 'operational', cause });
}

function callOptionsOf(model: LangChainModel, options: ChatOptions): Readonly<Record<string, unknown>> {
  return {
    ...(options.signal && { signal: options.signal }),
    ...(options.stop && { stop: [...options.stop] }),
    ...model.callOptions?.(options),
  };
}

async function* chunksOf(
  model: BaseChatModel,
  input: BaseMessage[],
  options: Readonly<Record<string, unknown>>,
  tools: ChatOptions['tools'],
): AsyncGenerator<LangChainChunk> {
  const { BaseChatModel } = (await loadLangChain()).models;
  const target = tools === undefined || tools.length === 0 ? { model, bound: {} } : withTools(model, tools);
  const callOptions = { ...target.bound, ...options };
  const streams = target.model._streamResponseChunks !== BaseChatModel.prototype._streamResponseChunks;
  if (streams && !target.model.disableStreaming) yield* target.model._streamResponseChunks(input, callOptions);
  else yield* (await target.model._generate(input, callOptions)).generations;
}

/** `bindTools` answers a runnable that holds the model and its call options, or the model with options of its own. */
function withTools(
  model: BaseChatModel,
  tools: NonNullable<ChatOptions['tools']>,
): { model: BaseChatModel; bound: Readonly<Record<string, unknown>> } {
  const specifications = tools.map(({ name, description, parameters }) => ({
    type: 'function' as const,
    function: { name, description, parameters },
  }));
  const bound: unknown = model.bindTools?.(specifications);
  if (typeof bound !== 'object' || bound === null) throw new Problem('model-without-tools', { model: model.getName() });
  if (!('bound' in bound)) return { model: bound as BaseChatModel, bound: {} }; // boundary: bindTools gives a model or a binding
  // boundary: a RunnableBinding, whose parts LangChain keeps public but types as generics
  const binding = bound as { bound: BaseChatModel; config?: Record<string, unknown>; kwargs?: Record<string, unknown> };
  return { model: binding.bound, bound: { ...binding.config, ...binding.kwargs } };
}
