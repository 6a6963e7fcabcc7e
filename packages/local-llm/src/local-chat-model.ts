import { randomInt } from 'node:crypto';
import {
  toLangChain,
  type ChatChunk,
  type ChatModel,
  type ChatModelSettings,
  type ChatOptions,
} from '@jacquard/node-kit';
import { Problem, type JsonValue } from '@jacquard/flow';
import type { Generation, HostReply, ModelFile } from './host/host-protocol.ts';
import type { ModelHost } from './host/model-host.ts';
import { energyOf } from './energy/energy-of.ts';

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
  readonly temperature: number;
  readonly topP: number;
  readonly repeatPenalty: number;
}

// Small models sometimes never end their turn: an answer without a limit of its own stops here, and says so (`length`).
const defaultMaxTokens = 1024;

/** A local model as nodes know it. It holds nothing: the host loads the weights when they are first asked for. */
export function createLocalChatModel(options: LocalChatModelOptions): ChatModel {
  const { host, settings } = options;
  const model: ModelFile = {
    path: options.path,
    ...(settings.contextTokens !== undefined && { contextTokens: settings.contextTokens }),
  };
  const chatModel: ChatModel = {
    identity: { sha256: options.sha256, settings: present({ ...settings, ...drawingOf(options) }) },
    name: options.name,
    location: 'local',
    capabilities: {
      streaming: true,
      seed: true,
      schema: true,
      grammar: true,
      logprobs: false,
      tools: false,
      contextTokens: settings.contextTokens ?? options.contextTokens,
      languages: options.languages,
    },
    settings: {
      ...drawingOf(options),
      maxTokens: settings.maxTokens ?? defaultMaxTokens,
      ...(model.contextTokens !== undefined && { contextTokens: model.contextTokens }),
    },
    stream: (messages, chatOptions = {}) => {
      const generation = generationOf(options, chatOptions);
      const run = chatOptions.run ?? '';
      return streamChat(host, { type: 'chat', model, run, messages: [...messages], generation }, chatOptions);
    },
    async countTokens(input, signal) {
      const copied = typeof input === 'string' ? input : [...input];
      const reply = await host.ask({ type: 'count', model, input: copied }, { signal });
      if (reply.type !== 'count-result') throw new Problem('model-host-confused', {}, { kind: 'bug' });
      return reply.tokens;
    },
    toLangChain: () => toLangChain(chatModel),
  };
  return chatModel;
}

function generationOf(model: LocalChatModelOptions, options: ChatOptions): Generation {
  const drawing = drawingOf(model);
  return {
    temperature: options.temperature ?? drawing.temperature,
    topP: options.topP ?? drawing.topP,
    repeatPenalty: drawing.repeatPenalty,
    seed: (options.seed ?? randomInt(2 ** 32)) >>> 0,
    stop: (options.stop ?? []).filter((text) => text !== ''),
    maxTokens: options.maxTokens ?? model.settings.maxTokens ?? defaultMaxTokens,
    samples: options.samples ?? 1,
    ...(options.schema !== undefined && { schema: options.schema }),
    ...(options.grammar !== undefined && { grammar: options.grammar }),
  };
}

interface Drawing {
  readonly temperature: number;
  readonly topP: number;
  readonly repeatPenalty: number;
}

function drawingOf({ settings, temperature, topP, repeatPenalty }: LocalChatModelOptions): Drawing {
  return { temperature: settings.temperature ?? temperature, topP: settings.topP ?? topP, repeatPenalty };
}

/** Chunks of one request, as they come. A reader who stops reading stops the generation. */
async function* streamChat(
  host: ModelHost,
  question: Parameters<ModelHost['ask']>[0],
  { signal, onWait }: Pick<ChatOptions, 'signal' | 'onWait'>,
): AsyncGenerator<ChatChunk, void, void> {
  const left = new AbortController();
  const both = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const arrived: HostReply[] = [];
  let wake = (): void => undefined;
  let ended = false;
  if (host.process() === undefined) onWait?.({ for: 'model' });
  const hear = (reply: HostReply): void => {
    if (reply.type === 'wait') {
      onWait?.(reply.wait);
      return;
    }
    arrived.push(reply);
    wake();
  };
  const finished = host.ask(question, { onReply: hear, signal: both }).finally(() => {
    ended = true;
    wake();
  });
  finished.catch(() => undefined); // awaited below, once what arrived before is read
  let inputTokens = 0;
  let outputTokens = 0;
  let last: ChatChunk | undefined;
  try {
    for (;;) {
      const reply = arrived.shift();
      if (reply?.type === 'piece') yield { text: reply.text, sample: reply.sample };
      if (reply?.type === 'sample-end') {
        if (last) yield last;
        inputTokens = reply.inputTokens;
        outputTokens += reply.outputTokens;
        last = { text: '', sample: reply.sample, finish: reply.finish };
      }
      if (reply) continue;
      if (ended) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const end = await finished;
    yield { text: '', ...last, usage: { inputTokens, outputTokens, ...energyOf(end) } };
  } finally {
    left.abort();
  }
}

function present(settings: ChatModelSettings): JsonValue {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
