import type { JsonValue, Message } from '@jacquard/flow';
import { asJson, type ChatChunk, type ChatModel, type ChatOptions } from '@jacquard/node-kit';

/** One call of a model while it goes on: what was sent, and what has come back so far. */
export interface OpenModelCall {
  readonly model: Pick<ChatModel, 'name' | 'location'>;
  /** The model's node, and what it can do; undefined for a call beyond those that are written down. */
  readonly about: { readonly number: number; readonly component?: string; readonly about: JsonValue } | undefined;
  readonly attempt: number;
  /** When it was sent, in milliseconds. */
  readonly begun: number;
  /** As it was sent; undefined for a call beyond those that are written down. */
  readonly sent: SentCall | undefined;
  readonly answers: Map<number, { text: string; finish?: string; toolCalls?: JsonValue; logprobs?: JsonValue[] }>;
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  timeToFirstToken: number | undefined;
  /** Pieces of text that came and that no usage has told of yet. A piece is a token or more. */
  pieces: number;
  hasEnded: boolean;
}

/** What of a call is known when it is sent. */
export interface SentCall {
  /** What the step calls it. */
  readonly name?: string;
  readonly settings: Readonly<Record<string, JsonValue>>;
  /** What may be long: identity, messages, and tools, schema and grammar where the call has them. */
  readonly parts: Readonly<Record<string, JsonValue>>;
}

/** The call's own copy of what is sent, since the node may go on with its messages. No part of it is a secret. */
export function describeSentCall(
  model: ChatModel,
  prompt: string | readonly Message[],
  options: ChatOptions,
): SentCall {
  const {
    name,
    tools,
    schema,
    grammar,
    run: _run,
    priority: _priority,
    signal: _signal,
    onWait: _onWait,
    ...asked
  } = options;
  const isText = typeof prompt === 'string';
  const sent = {
    ...(name !== undefined && { name }),
    settings: { ...model.settings, ...withoutUndefined(asked) },
    parts: {
      identity: model.identity,
      messages: isText ? [] : prompt,
      ...(isText && { prompt }),
      tools,
      schema,
      grammar,
    },
  };
  return JSON.parse(JSON.stringify(sent)) as SentCall; // boundary: what JSON has written is JSON
}

/** An option that is left undefined doesn't hide the model's own. */
function withoutUndefined(options: ChatOptions): ChatOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Takes a piece in: text, tool calls and why it ended by sample, tokens for the whole call. */
export function takeChunk(call: OpenModelCall, chunk: ChatChunk, now: number): void {
  const { text, sample = 0, finish, toolCalls, logprobs, usage } = chunk;
  if (text !== '') call.timeToFirstToken ??= now - call.begun;
  if (usage !== undefined) {
    call.inputTokens = (call.inputTokens ?? 0) + (usage.inputTokens ?? 0);
    call.outputTokens = (call.outputTokens ?? 0) + (usage.outputTokens ?? 0);
  }
  if (call.sent === undefined) return;
  let answer = call.answers.get(sample);
  if (answer === undefined) call.answers.set(sample, (answer = { text: '' }));
  answer.text += text;
  if (finish !== undefined) answer.finish = finish;
  if (toolCalls !== undefined) {
    const calls = toolCalls.map((one) => ({ ...one }));
    answer.toolCalls = [...(Array.isArray(answer.toolCalls) ? answer.toolCalls : []), ...calls];
  }
  if (logprobs !== undefined) (answer.logprobs ??= []).push(...(asJson(logprobs) as JsonValue[])); // boundary: a list stays one
}
