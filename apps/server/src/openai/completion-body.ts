import type { ChatUsage, TokenLogprob, ToolCall } from '@jacquard/runtime';

/** What all pieces of one completion have in common. */
export interface CompletionHead {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly model: string;
  /** Ours: the run that it is. */
  readonly jacquard?: { readonly runId: string };
}

/** One of a completion's answers. */
export interface CompletedChoice {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'tool_calls' | 'content_filter';
  readonly toolCalls?: readonly ToolCall[];
  readonly logprobs?: readonly TokenLogprob[] | undefined;
}

type Tokens = Pick<ChatUsage, 'inputTokens' | 'outputTokens'>;

/** A whole completion, as `POST /v1/chat/completions` answers without `stream`. */
export function completionBody(head: CompletionHead, choices: readonly CompletedChoice[], usage: Tokens): object {
  return {
    object: 'chat.completion',
    ...head,
    choices: choices.map(({ text, finish, toolCalls = [], logprobs }, index) => ({
      index,
      message: {
        role: 'assistant',
        content: text === '' && toolCalls.length > 0 ? null : text,
        refusal: null,
        ...(toolCalls.length > 0 && { tool_calls: toolCalls.map(toolCallBody) }),
      },
      logprobs: logprobs === undefined ? null : logprobsBody(logprobs),
      finish_reason: finish,
    })),
    usage: usageBody(usage),
  };
}

/** What a chunk adds to one of the answers. */
export interface ChoiceDelta {
  readonly index: number;
  readonly text?: string;
  /** The first piece of an answer names its role. */
  readonly isFirst?: boolean;
  readonly toolCalls?: readonly ToolCall[];
  readonly logprobs?: readonly TokenLogprob[] | undefined;
  readonly finish?: CompletedChoice['finish'];
}

/** A piece of a completion. `includesUsage`: the caller asked for it, so that every chunk says that it has none. */
export function chunkBody(head: CompletionHead, delta: ChoiceDelta, includesUsage: boolean): object {
  const { index, text, isFirst = false, toolCalls, logprobs, finish } = delta;
  return {
    object: 'chat.completion.chunk',
    ...head,
    choices: [
      {
        index,
        delta: {
          ...(isFirst && { role: 'assistant', content: '' }),
          ...(text !== undefined && { content: text }),
          ...(toolCalls && { tool_calls: toolCalls.map((call, at) => ({ index: at, ...toolCallBody(call) })) }),
        },
        logprobs: logprobs === undefined ? null : logprobsBody(logprobs),
        finish_reason: finish ?? null,
      },
    ],
    ...(includesUsage && { usage: null }),
  };
}

/** The last chunk of those who asked for the usage. */
export function usageChunk(head: CompletionHead, usage: Tokens): object {
  return { object: 'chat.completion.chunk', ...head, choices: [], usage: usageBody(usage) };
}

function usageBody({ inputTokens = 0, outputTokens = 0 }: Tokens): object {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

function toolCallBody({ id, name, arguments: given }: ToolCall): object {
  return { id, type: 'function', function: { name, arguments: JSON.stringify(given) } };
}

function logprobsBody(tokens: readonly TokenLogprob[]): object {
  const one = ({ token, logprob }: { readonly token: string; readonly logprob: number }): object => ({
    token,
    logprob,
    bytes: [...Buffer.from(token)],
  });
  return {
    content: tokens.map((token) => ({ ...one(token), top_logprobs: (token.top ?? []).map(one) })),
    refusal: null,
  };
}
