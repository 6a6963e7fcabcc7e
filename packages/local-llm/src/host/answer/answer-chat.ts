import { Problem, type ModelWait } from '@jacquard/flow';
import type { Token } from 'node-llama-cpp';
import type { Engine } from '../engine/open-engine.ts';
import { openGrammar, type OpenGrammar } from '../grammar/open-grammar.ts';
import type { HostReply } from '../host-reply.ts';
import type { Generation, HostRequestOf } from '../host-request.ts';
import { createCallSplitter } from '../tools/call-splitter.ts';
import { parseToolCalls } from '../tools/parse-tool-calls.ts';
import { withPrompt, type SlotWork } from './slot-work.ts';
import { writeAnswer } from './write-answer.ts';

/** Room that a prompt must leave for an answer, in tokens, unless fewer are asked for. */
const leastAnswer = 64;

/** Answers a chat request, piece by piece: its samples side by side, over a prompt that is read once. */
export async function answerChat(
  engine: Engine,
  work: SlotWork,
  { id, model, input, generation }: HostRequestOf<'chat'>,
  reply: (reply: HostReply) => void,
): Promise<void> {
  const { loaded } = work;
  const prompt = await loaded.tokenizePrompt(input, generation.tools);
  const maxTokens = roomForAnswer(prompt, generation, Math.min(loaded.contextTokens, model.contextTokens ?? Infinity));
  const grammar = await openGrammar(engine.llama, generation, loaded.toolFormat);
  const failed = new AbortController();
  const signal = AbortSignal.any([work.signal, failed.signal]);
  const answerSample = async (sample: number): Promise<void> => {
    const drawn = { ...generation, maxTokens, seed: seedOfSample(generation.seed, sample) };
    // What the first one waits for, all wait for.
    const tell = (wait: ModelWait): void => (sample === 0 ? work.tell(wait) : undefined);
    const end = await writeSample({ ...work, signal, tell }, prompt, drawn, grammar, (piece) =>
      reply({ type: 'piece', id, sample, ...piece }),
    );
    reply({ type: 'sample-end', id, sample, inputTokens: prompt.length, ...end });
  };
  const samples = Array.from({ length: generation.samples }, (_sample, index) =>
    answerSample(index).catch((error: unknown) => {
      failed.abort(error); // one that fails ends the others: the request has failed
      throw error;
    }),
  );
  await Promise.all(samples);
}

type Piece = Omit<Extract<HostReply, { type: 'piece' }>, 'type' | 'id' | 'sample'>;
type SampleEnd = Pick<Extract<HostReply, { type: 'sample-end' }>, 'finish' | 'toolCalls' | 'outputTokens'>;

function writeSample(
  work: SlotWork,
  prompt: readonly Token[],
  generation: Generation,
  grammar: OpenGrammar | undefined,
  tell: (piece: Piece) => void,
): Promise<SampleEnd> {
  return withPrompt(work, prompt, prompt.length + generation.maxTokens, async (slot, last) => {
    const format = generation.tools === undefined ? undefined : work.loaded.toolFormat;
    const splitter = format && createCallSplitter(format);
    const pieces = writeAnswer(work, slot, last, generation, grammar);
    let next = await pieces.next();
    for (; next.done !== true; next = await pieces.next()) {
      const { text, logprobs } = next.value;
      const shown = splitter ? splitter.push(text) : text;
      if (shown !== '' || logprobs) tell({ text: shown, ...(logprobs && { logprobs }) });
    }
    if (!format || !splitter) return next.value;
    const { text, calls } = parseToolCalls(splitter.held(), format);
    if (text !== '') tell({ text });
    return calls.length === 0 ? next.value : { ...next.value, finish: 'tool-calls', toolCalls: calls };
  });
}

/** Most tokens of the answer; throws `model-context-full` when the prompt leaves no room for one. Nothing is ever cut. */
function roomForAnswer(prompt: readonly Token[], generation: Generation, contextTokens: number): number {
  const room = contextTokens - prompt.length;
  const fits = contextTokens - Math.min(generation.maxTokens, leastAnswer);
  if (prompt.length > fits) {
    throw new Problem('model-context-full', { promptTokens: prompt.length, fits, contextTokens });
  }
  return Math.min(generation.maxTokens, room);
}

/** Seeds of samples are far apart (multiples of the golden ratio of 2³²), so that neighbours' samples never meet. */
function seedOfSample(seed: number, sample: number): number {
  return (seed + Math.imul(sample, 0x9e3779b1)) >>> 0;
}
