import {
  toLangChain,
  type ChatModel,
  type ChatModelSettings,
  type ChatOptions,
  type NextTokens,
  type QuestionOptions,
  type TokenPiece,
} from '@jacquard/node-kit';
import { Problem, type Message } from '@jacquard/flow';
import { energyOf } from './energy/energy-of.ts';
import { defaultMaxTokens, drawingOf, generationOf, presentSettings, type Drawing } from './drawing.ts';
import type { HostReply, HostReplyOf } from './host/host-reply.ts';
import type { HostQuestion, ModelFile } from './host/host-request.ts';
import type { ModelHost } from './host/model-host.ts';
import { streamChat } from './stream-chat.ts';

/** What a chat model over the host is made of. */
export interface LocalChatModelOptions {
  readonly host: ModelHost;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly contextTokens: number | undefined;
  readonly languages: readonly string[];
  readonly settings: ChatModelSettings;
  /** Used where neither call nor settings say. */
  readonly drawing: Drawing;
}

type Prompt = string | readonly Message[];

/** A local model as nodes know it. It holds nothing: the host loads the weights when they are first asked for. */
export function createLocalChatModel(options: LocalChatModelOptions): ChatModel {
  const { host, settings } = options;
  const drawing = drawingOf(settings, options.drawing);
  const maxTokens = settings.maxTokens ?? defaultMaxTokens;
  const model: ModelFile = {
    path: options.path,
    ...(settings.contextTokens !== undefined && { contextTokens: settings.contextTokens }),
  };
  const answer = (input: Prompt, asked: ChatOptions): ReturnType<ChatModel['stream']> => {
    const { run = '', priority = 'person' } = asked;
    const generation = generationOf(drawing, maxTokens, asked);
    const question = { type: 'chat', model, run, priority, input: copyOf(input), generation } as const;
    return streamChat(host, question, asked);
  };
  const chatModel: ChatModel = {
    identity: { sha256: options.sha256, settings: presentSettings({ ...settings, ...drawing }) },
    name: options.name,
    location: 'local',
    capabilities: {
      streaming: true,
      seed: true,
      schema: true,
      grammar: true,
      logprobs: true,
      tools: true,
      contextTokens: settings.contextTokens ?? options.contextTokens,
      languages: options.languages,
    },
    settings: {
      ...drawing,
      maxTokens,
      ...(model.contextTokens !== undefined && { contextTokens: model.contextTokens }),
    },
    stream: (messages, asked = {}) => answer(messages, asked),
    complete: (text, asked = {}) => answer(text, asked),
    ...questionsOf(host, model),
    toLangChain: () => toLangChain(chatModel),
  };
  return chatModel;
}

type Questions = Required<Pick<ChatModel, 'score' | 'countTokens' | 'tokenize' | 'nextTokens'>>;

/** What can be asked of a model without an answer. */
function questionsOf(host: ModelHost, model: ModelFile): Questions {
  const ask = async <T extends HostReply['type']>(
    question: HostQuestion,
    type: T,
    { signal, onUsage }: QuestionOptions,
  ): Promise<HostReplyOf<T>> => {
    const reply = await host.ask(question, { signal });
    if (!isOf(reply, type)) throw new Problem('model-host-confused', {}, { kind: 'bug' });
    onUsage?.(energyOf(reply));
    return reply;
  };
  return {
    async score(messages, continuations, asked = {}) {
      const question = { type: 'score', model, ...ownerOf(asked), input: copyOf(messages) } as const;
      return (await ask({ ...question, continuations: [...continuations] }, 'score-result', asked)).scores;
    },
    async countTokens(input, signal) {
      return (await ask({ type: 'count', model, input: copyOf(input) }, 'count-result', { signal })).tokens;
    },
    async tokenize(input, signal): Promise<readonly TokenPiece[]> {
      return (await ask({ type: 'tokens', model, input: copyOf(input) }, 'tokens-result', { signal })).tokens;
    },
    async nextTokens(input, top, asked = {}): Promise<NextTokens> {
      const behind = [...(asked.after ?? [])];
      const question = { type: 'next', model, ...ownerOf(asked), input: copyOf(input), after: behind, top } as const;
      const { inputTokens, after, tokens, logits } = await ask(question, 'next-result', asked);
      return {
        inputTokens,
        after,
        tokens,
        logits: new Float32Array(Uint8Array.from(Buffer.from(logits, 'base64')).buffer),
      };
    },
  };
}

function ownerOf({ run = '', priority = 'person' }: QuestionOptions): { run: string; priority: 'person' | 'batch' } {
  return { run, priority };
}

function isOf<T extends HostReply['type']>(reply: HostReply, type: T): reply is HostReplyOf<T> {
  return reply.type === type;
}

function copyOf(input: Prompt): string | Message[] {
  return typeof input === 'string' ? input : [...input];
}
