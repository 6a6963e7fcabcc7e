import { randomUUID } from 'node:crypto';
import type { ChatCompletionRequest } from '@jacquard/protocol';
import type { ChatChunk, Runtime, TokenLogprob, ToolCall } from '@jacquard/runtime';
import type { Request, Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { toProblem } from '../answer-problem.ts';
import { requestLanguage } from '../request-language.ts';
import { untilGone } from '../until-gone.ts';
import { chatMessages } from './chat-messages.ts';
import { ChunkStream } from './chunk-stream.ts';
import {
  chunkBody,
  completionBody,
  usageChunk,
  type ChoiceDelta,
  type CompletedChoice,
  type CompletionHead,
} from './completion-body.ts';
import { modelOptions } from './model-options.ts';

interface Used {
  inputTokens: number;
  outputTokens: number;
}

/** Answers a chat completion by a local model. The generation ends when the caller leaves. */
export async function answerByModel(
  { main: { modelCalls } }: Runtime,
  name: string,
  asked: ChatCompletionRequest,
  request: Request,
  response: Response,
): Promise<void> {
  const signal = untilGone(response);
  const principal = principalOf(response);
  const messages = chatMessages(asked.messages);
  const model = await modelCalls.chat(principal, name, signal);
  const options = modelOptions(model, asked);
  const head = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model: asked.model };
  const used = { inputTokens: 0, outputTokens: 0 };
  const admission = await modelCalls.admit(principal);
  const turn = { run: modelCalls.turnOf(principal), priority: 'person', signal } as const;
  const pieces = counted(model.stream(messages, { ...options, ...turn }), used, wantsOneCall(asked));
  try {
    if (asked.stream === true) await streamPieces(pieces, { head, used, asked }, request, response);
    else response.json(completionBody(head, await gather(pieces, asked.n ?? 1), used));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    admission.end(used);
  }
}

/** A tool that is named is called once, and so is any where the caller doesn't want several. */
function wantsOneCall({ tool_choice: choice, parallel_tool_calls: mayBeSeveral }: ChatCompletionRequest): boolean {
  return mayBeSeveral === false || typeof choice === 'object';
}

/** The pieces with calls that have ids of their own in the whole conversation; where one is wanted, the first of each answer. */
async function* counted(
  pieces: AsyncIterable<ChatChunk>,
  used: Used,
  isOneCall: boolean,
): AsyncGenerator<ChatChunk, void, void> {
  const called = new Set<number>();
  for await (const piece of pieces) {
    used.inputTokens += piece.usage?.inputTokens ?? 0;
    used.outputTokens += piece.usage?.outputTokens ?? 0;
    const { sample = 0, toolCalls: written } = piece;
    const wanted = isOneCall ? written?.slice(0, called.has(sample) ? 0 : 1) : written;
    if (wanted !== undefined && wanted.length > 0) called.add(sample);
    const toolCalls = wanted?.map((call) => ({ ...call, id: `call_${randomUUID().replaceAll('-', '')}` }));
    yield { ...piece, ...(toolCalls && { toolCalls }) };
  }
}

interface GatheredChoice {
  text: string;
  finish: CompletedChoice['finish'];
  toolCalls: ToolCall[];
  logprobs: TokenLogprob[] | undefined;
}

async function gather(pieces: AsyncIterable<ChatChunk>, count: number): Promise<readonly CompletedChoice[]> {
  const choices = Array.from({ length: count }, (): GatheredChoice => ({
    text: '',
    finish: 'stop',
    toolCalls: [],
    logprobs: undefined,
  }));
  for await (const { text, sample = 0, finish, toolCalls, logprobs } of pieces) {
    const choice = choices[sample];
    if (choice === undefined) continue;
    choice.text += text;
    if (finish !== undefined) choice.finish = finishOf(finish);
    if (toolCalls) choice.toolCalls.push(...toolCalls);
    if (logprobs) choice.logprobs = [...(choice.logprobs ?? []), ...logprobs];
  }
  return choices;
}

interface Streaming {
  readonly head: CompletionHead;
  readonly used: Used;
  readonly asked: ChatCompletionRequest;
}

async function streamPieces(
  pieces: AsyncIterable<ChatChunk>,
  { head, used, asked }: Streaming,
  request: Request,
  response: Response,
): Promise<void> {
  const stream = new ChunkStream(response);
  const includesUsage = asked.stream_options?.include_usage === true;
  const begun = new Set<number>();
  try {
    for await (const piece of pieces) {
      const delta = deltaOf(piece, !begun.has(piece.sample ?? 0));
      if (delta !== undefined) {
        begun.add(delta.index);
        stream.send(chunkBody(head, delta, includesUsage));
      }
      await stream.room();
    }
    if (includesUsage) stream.send(usageChunk(head, used));
    stream.end();
  } catch (error) {
    if (!stream.hasBegun) throw error;
    stream.fail(toProblem(error).toData(), requestLanguage(request));
  }
}

/** Undefined for a piece that only counts. */
function deltaOf(piece: ChatChunk, isFirst: boolean): ChoiceDelta | undefined {
  const { text, sample: index = 0, finish, toolCalls, logprobs } = piece;
  if (text === '' && finish === undefined && toolCalls === undefined && logprobs === undefined) return undefined;
  return {
    index,
    isFirst,
    ...(text !== '' && { text }),
    ...(toolCalls && { toolCalls }),
    ...(logprobs && { logprobs }),
    ...(finish && { finish: finishOf(finish) }),
  };
}

function finishOf(finish: NonNullable<ChatChunk['finish']>): CompletedChoice['finish'] {
  if (finish === 'tool-calls') return 'tool_calls';
  return finish === 'filter' ? 'content_filter' : finish;
}
