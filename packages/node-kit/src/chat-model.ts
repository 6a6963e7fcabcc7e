import type { JsonSchema, JsonValue, Message, ModelWait } from '@jacquard/flow';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

/** A tool as a chat model is told of it; `parameters` is a JSON Schema. */
export interface ToolSpecification {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
}

/** What one call asks for. What is left out, the model's own settings decide. */
export interface ChatOptions {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly seed?: number | undefined;
  readonly stop?: readonly string[] | undefined;
  readonly maxTokens?: number | undefined;
  /** How many answers to draw; chunks name theirs by `sample`. */
  readonly samples?: number | undefined;
  /** The answer must be JSON of this schema. */
  readonly schema?: JsonSchema | undefined;
  /** The answer must be a text of this GBNF grammar. */
  readonly grammar?: string | undefined;
  /** How many alternatives with their probabilities to report for each token. */
  readonly logprobs?: number | undefined;
  readonly tools?: readonly ToolSpecification[] | undefined;
  /** The run that asks: where requests wait for a local model, runs take turns. */
  readonly run?: string | undefined;
  /** Hears what the call waits for until its first piece, from models that know. Must not throw. */
  readonly onWait?: ((wait: ModelWait) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Tokens as the model counts them; energy in watt-hours, from models that run on this machine. */
export interface ChatUsage {
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  readonly energy?: number | undefined;
  /** The energy stands on a stated wattage: nothing was measured. */
  readonly energyEstimated?: boolean | undefined;
}

/** A call that a model asks for; `arguments` are as it wrote them, unchecked. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: JsonValue;
}

/** A piece of an answer. The last one carries `usage` and `finish`. */
export interface ChatChunk {
  readonly text: string;
  readonly sample?: number | undefined;
  readonly usage?: ChatUsage | undefined;
  readonly finish?: 'stop' | 'length' | 'tool-calls' | 'filter' | undefined;
  readonly toolCalls?: readonly ToolCall[] | undefined;
  /** Natural logarithms of the probabilities of this piece's tokens. */
  readonly logprobs?: readonly { readonly token: string; readonly logprob: number }[] | undefined;
}

/** What a model's tokens cost, in US dollars per million. */
export interface ModelPrices {
  readonly input: number;
  readonly output: number;
}

/** What a model can be asked for. Nodes look before they rely on it. */
export interface ChatCapabilities {
  readonly streaming: boolean;
  readonly seed: boolean;
  readonly schema: boolean;
  readonly grammar: boolean;
  readonly logprobs: boolean;
  readonly tools: boolean;
  /** Tokens that prompt and answer may hold together, where known. */
  readonly contextTokens?: number | undefined;
  /** Languages that it writes (ISO 639-1), where known. */
  readonly languages?: readonly string[] | undefined;
}

/**
 * A chat model on a wire. Errors are `Problem`s: `model-context-full`, `model-unavailable`, `model-host-died`,
 * `provider-refused`, `network-refused`. Aborting `signal` ends the generation within a token.
 */
export interface ChatModel {
  /** What its answers stand on, for reuse: model file SHA-256, or provider and settings; no secret. */
  readonly identity: JsonValue;
  /** Shown to people: `SmolLM2 135M`. */
  readonly name: string;
  /** Where prompts go: `local`, or the origin. */
  readonly location: string;
  readonly capabilities: ChatCapabilities;
  /** What decides where a call says nothing: temperature, longest answer. Shown to people with what was sent. */
  readonly settings?: Readonly<Record<string, JsonValue>> | undefined;
  /** What its tokens cost, where a person has said so; no part of its identity. */
  readonly prices?: ModelPrices | undefined;
  stream(messages: readonly Message[], options?: ChatOptions): AsyncIterable<ChatChunk>;
  /** Log-probability of each continuation after the messages. */
  score?(messages: readonly Message[], continuations: readonly string[], signal?: AbortSignal): Promise<number[]>;
  /** Tokens of a text, or of messages in the model's own template. */
  countTokens?(input: string | readonly Message[], signal?: AbortSignal): Promise<number>;
  /** The same model for LangChain code. */
  toLangChain(): Promise<BaseChatModel>;
}
