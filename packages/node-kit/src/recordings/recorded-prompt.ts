import { canonicalJson, type JsonSchema, type JsonValue, type Message } from '@jacquard/flow';
import type { ChatCapabilities, ChatChunk, ChatOptions, ToolSpecification } from '../chat-model.ts';

/**
 * What an answer is found by again: what was sent, and those settings that decide what may come back. Temperature, seed, longest
 * answer and the like don't count: they change how an answer is drawn, and the draws are what is recorded.
 */
export interface RecordedPrompt {
  /** Of a chat. */
  readonly messages?: readonly Message[] | undefined;
  /** Gone on with as it stands. */
  readonly text?: string | undefined;
  readonly schema?: JsonSchema | undefined;
  readonly grammar?: string | undefined;
  readonly stop?: readonly string[] | undefined;
  readonly tools?: readonly ToolSpecification[] | undefined;
  readonly toolChoice?: ChatOptions['toolChoice'];
}

/** An answer as it came. Tokens are those that the model told. */
export interface RecordedAnswer {
  readonly text: string;
  readonly finish?: ChatChunk['finish'];
  readonly toolCalls?:
    | readonly { readonly id: string; readonly name: string; readonly arguments: JsonValue }[]
    | undefined;
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
}

/** Which model answered, as far as nodes look at it: no address, no key. */
export interface RecordedModel {
  readonly name: string;
  readonly capabilities: ChatCapabilities;
  readonly completes: boolean;
  readonly scores: boolean;
}

/** The prompt of a call. */
export function recordedPrompt(input: string | readonly Message[], options: ChatOptions = {}): RecordedPrompt {
  const { schema, grammar, stop, tools, toolChoice } = options;
  return {
    ...(typeof input === 'string' ? { text: input } : { messages: input }),
    ...(schema !== undefined && { schema }),
    ...(grammar !== undefined && { grammar }),
    ...(stop !== undefined && stop.length > 0 && { stop }),
    ...(tools !== undefined && tools.length > 0 && { tools }),
    ...(tools !== undefined && tools.length > 0 && toolChoice !== undefined && { toolChoice }),
  };
}

/** All that a person would read of a prompt. */
export function textOfPrompt({ messages = [], text }: RecordedPrompt): string {
  return text ?? messages.map(({ role, content }) => `${role}: ${content}`).join('\n');
}

/** The same for prompts that are the same. */
export function keyOfPrompt(prompt: RecordedPrompt): string {
  return canonicalJson(JSON.parse(JSON.stringify(prompt)) as JsonValue); // boundary: what JSON has written is JSON
}
