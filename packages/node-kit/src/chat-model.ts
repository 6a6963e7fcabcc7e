import type { JsonSchema, JsonValue, Message, ModelWait } from '@jacquard/flow';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

/** A tool as a chat model is told of it; `parameters` is a JSON Schema. */
export interface ToolSpecification {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
}

/** Makes tokens likelier (up to 100) or less likely (down to −100): the number is added to their logits. */
export interface TokenBias {
  /** A token by its id, or all tokens of a text. */
  readonly token: number | string;
  readonly bias: number;
}

/** What one call asks for. What is left out, the model's own settings decide. */
export interface ChatOptions {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  /** Drawn is from so many of the likeliest tokens; 0: from all. */
  readonly topK?: number | undefined;
  /** Drawn is from tokens at least so likely beside the likeliest; 0: from all. */
  readonly minP?: number | undefined;
  /** How much less likely a token of the last sentences becomes; 1: not at all. */
  readonly repeatPenalty?: number | undefined;
  readonly tokenBias?: readonly TokenBias[] | undefined;
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
  /** `required`: the answer is a call of one of the tools; else the model decides. */
  readonly toolChoice?: 'auto' | 'required' | undefined;
  /** What the step calls this call: shown with what was sent, and named by items of its insides. */
  readonly name?: string | undefined;
  /** Who waits for it: where requests wait for a local model, a person goes before a batch. */
  readonly priority?: 'person' | 'batch' | undefined;
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
  /** Of this piece's tokens, in order, when the call asked for them. */
  readonly logprobs?: readonly TokenLogprob[] | undefined;
}

/**
 * A token and the natural logarithm of its probability as the model gives it: before temperature, cuts and penalties. A text of
 * a token may be part of a character.
 */
export interface TokenLogprob {
  readonly token: string;
  readonly logprob: number;
  /** The likeliest tokens at its place, most likely first. */
  readonly top?: readonly { readonly token: string; readonly logprob: number }[] | undefined;
}

/** A token of a model's vocabulary. `bytes` are exact (hexadecimal), where `text` may be part of a character. */
export interface TokenPiece {
  readonly id: number;
  readonly text: string;
  readonly bytes: string;
  /** It steers the model and stands for no text: the end of a turn, say. */
  readonly isSpecial: boolean;
}

/** What a model holds likely after a text, before anything is drawn. */
export interface NextTokens {
  /** How many tokens the text has. */
  readonly inputTokens: number;
  /** Those that were asked to stand behind the text, by name. */
  readonly after: readonly TokenPiece[];
  /** The likeliest, most likely first. */
  readonly tokens: readonly (TokenPiece & { readonly logit: number })[];
  /** The logits of the whole vocabulary, by token id. */
  readonly logits: Float32Array;
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

/** How a question is asked that a model answers without writing. */
export interface QuestionOptions {
  readonly signal?: AbortSignal | undefined;
  /** As in {@link ChatOptions}. */
  readonly run?: string | undefined;
  readonly priority?: ChatOptions['priority'];
  /** Hears what it used, from models that know. Must not throw. */
  readonly onUsage?: ((usage: ChatUsage) => void) | undefined;
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
  /** Goes on with a text as it stands, without a chat template. Options as for `stream`; no tools. */
  complete?(text: string, options?: ChatOptions): AsyncIterable<ChatChunk>;
  /** Log-probability of each continuation after the messages, in order: the sum over its tokens. Nothing is generated. */
  score?(messages: readonly Message[], continuations: readonly string[], asked?: QuestionOptions): Promise<number[]>;
  /** Tokens of a text, or of messages in the model's own template. */
  countTokens?(input: string | readonly Message[], signal?: AbortSignal): Promise<number>;
  /** The tokens of a text, or of messages in the model's own template. */
  tokenize?(input: string | readonly Message[], signal?: AbortSignal): Promise<readonly TokenPiece[]>;
  /**
   * What may come next after a text as it stands, or where an answer to messages begins. `top` tokens are named. Tokens `after` the
   * input, by their ids, go on from there exactly: a token may be a part of a character, or no text. Throws `model-token-unknown`.
   */
  nextTokens?(
    input: string | readonly Message[],
    top: number,
    asked?: QuestionOptions & { readonly after?: readonly number[] | undefined },
  ): Promise<NextTokens>;
  /** The same model for LangChain code. */
  toLangChain(): Promise<BaseChatModel>;
}
