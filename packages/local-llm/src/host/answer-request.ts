import { Problem, type Message, type ModelWait } from '@jacquard/flow';
import type { LlamaGrammar, Token } from 'node-llama-cpp';
import type { FairQueue } from './fair-queue.ts';
import { generate } from './generate.ts';
import { grammarSchema } from './grammar-schema.ts';
import type { Generation, HostReply, HostRequest, ModelFile } from './host-protocol.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { Engine } from './open-engine.ts';

type ChatRequest = Extract<HostRequest, { type: 'chat' }>;

/** Room that a prompt must leave for an answer, in tokens, unless fewer are asked for. */
const leastAnswer = 64;

/** Answers a chat request: one sample after the other, piece by piece, in turn with the requests of other runs. */
export async function answerChat(
  engine: Engine,
  loaded: LoadedModel,
  queue: FairQueue,
  request: ChatRequest,
  reply: (reply: HostReply) => void,
  signal: AbortSignal,
): Promise<void> {
  const { id, generation } = request;
  const prompt = loaded.tokenizeChat(request.messages);
  const maxTokens = roomForAnswer(prompt, generation, request.model, loaded);
  const grammar = await createGrammar(engine, generation);
  const tell = (wait: ModelWait): void => reply({ type: 'wait', id, wait });
  const leave = await queue.enter(request.run, signal, (before) => tell({ for: 'turn', before }));
  try {
    const onRead = (done: number): void => tell({ for: 'prompt', done, total: prompt.length });
    onRead(0);
    const { sequence, release } = await loaded.borrow(prompt.length + maxTokens);
    try {
      for (let sample = 0; sample < generation.samples; sample += 1) {
        const drawn = { ...generation, maxTokens, seed: seedOfSample(generation.seed, sample) };
        const pieces = generate(loaded, sequence, prompt, drawn, grammar, signal, sample === 0 ? onRead : undefined);
        let next = await pieces.next();
        for (; next.done !== true; next = await pieces.next()) reply({ type: 'piece', id, sample, text: next.value });
        reply({ type: 'sample-end', id, sample, inputTokens: prompt.length, ...next.value });
        await sequence.clearHistory();
      }
    } finally {
      await release();
    }
  } finally {
    leave();
  }
  reply({ type: 'end', id });
}

/** Tokens of a text as it stands, or of the whole prompt that messages make. */
export function countTokens(loaded: LoadedModel, input: string | readonly Message[]): number {
  return (typeof input === 'string' ? loaded.tokenizeText(input) : loaded.tokenizeChat(input)).length;
}

/** Most tokens of the answer; throws `model-context-full` when the prompt leaves no room for one. Nothing is ever cut. */
function roomForAnswer(prompt: readonly Token[], generation: Generation, file: ModelFile, loaded: LoadedModel): number {
  const contextTokens = Math.min(loaded.contextTokens, file.contextTokens ?? loaded.contextTokens);
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

async function createGrammar(engine: Engine, { schema, grammar }: Generation): Promise<LlamaGrammar | undefined> {
  try {
    if (grammar !== undefined) return await engine.llama.createGrammar({ grammar });
    // boundary: the library checks the schema itself; its type spells out only what it can turn into a grammar
    if (schema !== undefined) return await engine.llama.createGrammarForJsonSchema(grammarSchema(schema) as never);
    return undefined;
  } catch (error) {
    if (Problem.is(error)) throw error;
    const code = grammar === undefined ? 'model-schema-unsupported' : 'model-grammar-wrong';
    throw new Problem(code, { reason: error instanceof Error ? error.message : String(error) });
  }
}
