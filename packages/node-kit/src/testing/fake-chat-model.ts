import type { Message } from '@jacquard/flow';
import type {
  QuestionOptions,
  ChatCapabilities,
  ChatChunk,
  ChatModel,
  ChatOptions,
  ChatUsage,
  TokenPiece,
  ToolCall,
} from '../chat-model.ts';
import { toLangChain } from '../langchain/to-langchain.ts';

/** One request as a fake model got it. */
export interface FakeChatCall {
  /** None for a text that was to be gone on with. */
  readonly messages: readonly Message[];
  readonly text?: string;
  readonly options: ChatOptions;
}

/** An answer with more than text. */
export interface FakeReply {
  readonly text: string;
  readonly finish?: ChatChunk['finish'];
  readonly toolCalls?: readonly ToolCall[];
  /** What it took, as a model on this machine says. */
  readonly energy?: Pick<ChatUsage, 'energy' | 'energyEstimated'>;
}

export interface FakeChatModelOptions {
  /** Answers in turn, the last one again and again. An error is thrown in its turn. */
  readonly replies: readonly (string | FakeReply | Error)[];
  readonly capabilities?: Partial<ChatCapabilities>;
  /** Log-probability of a continuation; without it the model can't score. */
  readonly score?: (continuation: string, messages: readonly Message[]) => number;
}

/** A model that answers what it was told to. */
export interface FakeChatModel extends ChatModel {
  /** What it was sent, in order. */
  readonly calls: readonly FakeChatCall[];
}

/** Counts words: near enough for tests, and easy to foresee. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/**
 * A chat model that streams given answers word by word, records what it was sent, counts words as tokens, and ends
 * within a word of an abort. Likely next are the words of its first answer, with the logits 0, −1, −2, …
 */
export function fakeChatModel({ replies, capabilities, score }: FakeChatModelOptions): FakeChatModel {
  const calls: FakeChatCall[] = [];
  let turn = 0;
  async function* answer(input: readonly Message[] | string, options: ChatOptions = {}): AsyncGenerator<ChatChunk> {
    calls.push(typeof input === 'string' ? { messages: [], text: input, options } : { messages: [...input], options });
    for (let sample = 0; sample < (options.samples ?? 1); sample++) {
      const reply = replies[Math.min(turn++, replies.length - 1)] ?? '';
      for await (const chunk of streamReply(reply, countWords(textOf(input)), options)) {
        yield options.samples === undefined ? chunk : { ...chunk, sample };
      }
    }
  }
  const model: FakeChatModel = {
    calls,
    identity: { fake: replies.map((reply) => (reply instanceof Error ? reply.message : reply)) as never }, // boundary: plain data
    name: 'Fake',
    location: 'local',
    capabilities: {
      streaming: true,
      seed: true,
      schema: false,
      grammar: false,
      logprobs: false,
      tools: true,
      ...capabilities,
    },
    stream: answer,
    complete: answer,
    countTokens: async (input) => piecesOf(textOf(input)).length,
    tokenize: async (input, signal) => {
      signal?.throwIfAborted();
      return piecesOf(textOf(input));
    },
    nextTokens: async (input, top, { signal } = {}) => {
      signal?.throwIfAborted();
      const reply = replies[0];
      const tokens = piecesOf(typeof reply === 'string' ? reply : '');
      const logits = Float32Array.from(tokens, (_token, rank) => -rank);
      const likely = tokens.slice(0, top).map((token, rank) => ({ ...token, logit: -rank }));
      return { inputTokens: piecesOf(textOf(input)).length, after: [], tokens: likely, logits };
    },
    ...(score && {
      score: async (
        messages: readonly Message[],
        continuations: readonly string[],
        { signal }: QuestionOptions = {},
      ) => {
        signal?.throwIfAborted();
        return continuations.map((continuation) => score(continuation, messages));
      },
    }),
    toLangChain: () => toLangChain(model),
  };
  return model;
}

async function* streamReply(
  reply: string | FakeReply | Error,
  inputTokens: number,
  { signal, logprobs, maxTokens = Number.POSITIVE_INFINITY }: ChatOptions,
): AsyncGenerator<ChatChunk> {
  if (reply instanceof Error) throw reply;
  const { text, finish, toolCalls, energy } = typeof reply === 'string' ? { text: reply } : reply;
  const words = text.match(/\s*\S+\s*$|\s*\S+/gu) ?? [];
  for (const word of words.slice(0, maxTokens)) {
    await Promise.resolve();
    signal?.throwIfAborted();
    yield { text: word, ...(logprobs !== undefined && { logprobs: [{ token: word, logprob: -1, top: [] }] }) };
  }
  signal?.throwIfAborted();
  yield {
    text: '',
    usage: { inputTokens, outputTokens: Math.min(words.length, maxTokens), ...energy },
    finish: finish ?? (words.length > maxTokens ? 'length' : 'stop'),
    ...(toolCalls && { toolCalls }),
  };
}

function textOf(input: readonly Message[] | string): string {
  return typeof input === 'string' ? input : input.map(({ content }) => content).join(' ');
}

/** Words with the space before them, numbered. */
function piecesOf(text: string): TokenPiece[] {
  const words = text.match(/\s*\S+/gu) ?? [];
  return words.map((word, id) => ({ id, text: word, bytes: Buffer.from(word).toString('hex'), isSpecial: false }));
}
