import {
  InsufficientMemoryError,
  type LlamaContext,
  type LlamaContextSequence,
  type LlamaModel,
  type Token,
} from 'node-llama-cpp';
import { Problem, type Message } from '@jacquard/flow';
import type { Engine } from './open-engine.ts';
import { createEmbedder, type Embedder } from './create-embedder.ts';
import { createChatRenderer, type PromptPart } from './render-chat.ts';

/** A model in memory with its contexts. One is lent to each request that is being answered. */
export interface LoadedModel {
  readonly model: LlamaModel;
  /** Tokens that prompt and answer may hold together. */
  readonly contextTokens: number;
  tokenizeText(text: string): Token[];
  /** The prompt of the messages, in the model's own template, up to where the answer begins. */
  tokenizeChat(messages: readonly Message[]): Token[];
  /** Lends an empty sequence of at least so many tokens; call `release` once. */
  borrow(tokens: number): Promise<{ readonly sequence: LlamaContextSequence; release(): Promise<void> }>;
  /** Gives vectors of texts. Made when first asked for. */
  readonly embedder: Embedder;
  close(): Promise<void>;
}

/**
 * Tokens that are evaluated together. Fixed, since the text of a seed depends on how its prompt was cut; small, since an
 * abort waits for the end of a block.
 */
export const blockTokens = 64;

/** Tokens of the smallest context that is opened. */
export const smallestContext = 2048;

interface Slot {
  readonly context: LlamaContext;
  readonly sequence: LlamaContextSequence;
}

/**
 * Loads a GGUF file, and tells how much of it is in memory, from 0 to 1; throws `model-file-broken` when it isn't one,
 * `model-memory-short` when it doesn't fit.
 */
export async function loadModel(
  engine: Engine,
  path: string,
  onLoadProgress: (share: number) => void = () => undefined,
): Promise<LoadedModel> {
  const model = await engine.llama
    .loadModel({ modelPath: path, gpuLayers: 0, onLoadProgress })
    .catch((error: unknown) => {
      throw engineProblem(error, 'model-file-broken');
    });
  const render = chatRendererOf(model);
  const idle: Slot[] = [];
  let open = 0;

  const openSlot = async (tokens: number): Promise<Slot> => {
    const wanted = sizes(model.trainContextSize).find((size) => size >= tokens) ?? model.trainContextSize;
    const options = { contextSize: wanted, batchSize: blockTokens, threads: engine.threads };
    const context = await model.createContext(options).catch((error: unknown) => {
      throw engineProblem(error, 'model-failed');
    });
    open += 1;
    return { context, sequence: context.getSequence() };
  };
  const closeSlot = async (slot: Slot): Promise<void> => {
    open -= 1;
    await slot.context.dispose();
  };

  return {
    model,
    contextTokens: model.trainContextSize,
    tokenizeText: (text) => model.tokenize(text, false),
    tokenizeChat: (messages) => tokenizeParts(model, render(messages)),
    async borrow(tokens) {
      const fitting = idle.findIndex(({ context }) => context.contextSize >= tokens);
      const found = fitting >= 0 ? idle.splice(fitting, 1)[0] : undefined;
      const outgrown = found || open < engine.slots ? undefined : idle.shift();
      if (outgrown) await closeSlot(outgrown);
      const slot = found ?? (await openSlot(tokens));
      return {
        sequence: slot.sequence,
        async release() {
          await slot.sequence.clearHistory();
          idle.push(slot);
        },
      };
    },
    embedder: createEmbedder(model, engine),
    close: () => model.dispose(),
  };
}

function engineProblem(error: unknown, code: string): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const isShort = error instanceof InsufficientMemoryError;
  return new Problem(isShort ? 'model-memory-short' : code, { reason }, { kind: 'operational', cause: error });
}

/** Contexts grow by doubling: most requests fit the smallest, and memory grows with the size. */
function sizes(largest: number): number[] {
  const found: number[] = [];
  for (let size = smallestContext; size < largest; size *= 2) found.push(size);
  return [...found, largest];
}

function chatRendererOf(model: LlamaModel): (messages: readonly Message[]) => PromptPart[] {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  if (template === undefined) {
    return () => {
      throw new Problem('model-without-template', { model: model.filename ?? '' });
    };
  }
  const special = [...model.iterateAllTokens()]
    .filter((token) => model.isSpecialToken(token))
    .map((token) => model.detokenize([token], true))
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length);
  return createChatRenderer(template, {
    bos: model.tokens.bosString ?? '',
    eos: model.tokens.eosString ?? '',
    special,
  });
}

function tokenizeParts(model: LlamaModel, parts: readonly PromptPart[]): Token[] {
  const tokens = parts.flatMap(({ text, special }) => model.tokenize(text, special));
  const { bos, shouldPrependBosToken } = model.tokens;
  return shouldPrependBosToken && bos !== null && tokens[0] !== bos ? [bos, ...tokens] : tokens;
}
