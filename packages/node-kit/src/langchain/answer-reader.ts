import type { JsonValue } from '@jacquard/flow';
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatChunk, ChatUsage, ToolCall } from '../chat-model.ts';

/** What LangChain's `ChatGenerationChunk` and `ChatGeneration` have in common. */
export interface LangChainChunk {
  readonly message: BaseMessage;
  readonly generationInfo?: Readonly<Record<string, unknown>> | undefined;
}

/** What LangChain's AI messages have beside other messages. */
interface AnswerFields {
  readonly text: string;
  readonly usage_metadata?: { readonly input_tokens: number; readonly output_tokens: number };
  readonly tool_call_chunks?: readonly { index?: number; id?: string; name?: string; args?: string }[];
  readonly tool_calls?: readonly { id?: string; name: string; args: unknown }[];
}

const finishes: Readonly<Record<string, NonNullable<ChatChunk['finish']>>> = {
  length: 'length',
  max_tokens: 'length',
  MAX_TOKENS: 'length',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
  tool_use: 'tool-calls',
  content_filter: 'filter',
  SAFETY: 'filter',
};

/** Reads an answer chunk by chunk: text at once; usage, tool calls and the reason of its end in the last one. */
export class AnswerReader {
  #finish: ChatChunk['finish'];
  #usage: ChatUsage | undefined;
  readonly #calls = new Map<number | string, { id: string; name: string; text: string }>();

  /** Whether anything has come yet. */
  hasBegun = false;

  /** Whether the model said that it had come to an end. */
  get isFinished(): boolean {
    return this.#finish !== undefined;
  }

  read({ message, generationInfo }: LangChainChunk): ChatChunk | undefined {
    this.hasBegun = true;
    const reason = reasonIn(generationInfo) ?? reasonIn(message.response_metadata);
    if (reason !== undefined) this.#finish = finishes[reason] ?? 'stop';
    const fields: AnswerFields = message; // other messages lack these fields
    this.#readUsage(fields);
    this.#readCalls(fields);
    const text = message.text;
    const logprobs = logprobsOf(generationInfo?.['logprobs']);
    return text === '' && logprobs === undefined ? undefined : { text, ...(logprobs && { logprobs }) };
  }

  last(): ChatChunk {
    const toolCalls = [...this.#calls.values()].map(({ id, name, text }): ToolCall => ({
      id,
      name,
      arguments: argumentsOf(text),
    }));
    return {
      text: '',
      finish: this.#finish ?? 'stop',
      ...(this.#usage && { usage: this.#usage }),
      ...(toolCalls.length > 0 && { toolCalls }),
    };
  }

  #readUsage({ usage_metadata: usage }: AnswerFields): void {
    if (usage === undefined) return;
    this.#usage = { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
  }

  #readCalls(fields: AnswerFields): void {
    const pieces = fields.tool_call_chunks;
    for (const { index = 0, id, name = '', args = '' } of pieces ?? []) {
      const call = this.#calls.get(index) ?? { id: '', name: '', text: '' };
      this.#calls.set(index, { id: id ?? call.id, name: call.name + name, text: call.text + args });
    }
    if (pieces) return; // reading `tool_calls` of a chunk would make it parse its pieces
    for (const { id = '', name, args } of fields.tool_calls ?? []) {
      this.#calls.set(`${id}${name}`, { id, name, text: JSON.stringify(args) });
    }
  }
}

function reasonIn(info: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const reason = info?.['finish_reason'] ?? info?.['stop_reason'] ?? info?.['finishReason'];
  return typeof reason === 'string' ? reason : undefined;
}

/** The arguments as JSON, or as the text that the model wrote when it isn't JSON. */
function argumentsOf(text: string): JsonValue {
  try {
    return text === '' ? {} : (JSON.parse(text) as JsonValue); // boundary: JSON.parse gives JSON
  } catch {
    return text;
  }
}

/** OpenAI's form, which other providers copied: `{content: [{token, logprob}]}`. */
function logprobsOf(value: unknown): ChatChunk['logprobs'] {
  if (typeof value !== 'object' || value === null || !('content' in value) || !Array.isArray(value.content)) {
    return undefined;
  }
  const items: unknown[] = value.content;
  const read = items.flatMap((item) =>
    typeof item === 'object' &&
    item !== null &&
    'token' in item &&
    'logprob' in item &&
    typeof item.token === 'string' &&
    typeof item.logprob === 'number'
      ? [{ token: item.token, logprob: item.logprob }]
      : [],
  );
  return read.length === 0 ? undefined : read;
}
