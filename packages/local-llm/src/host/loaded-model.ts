import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Message } from '@jacquard/flow';
import type { LlamaModel, Token } from 'node-llama-cpp';
import { createEmbedder, type Embedder } from './create-embedder.ts';
import { createRanker, type Ranker } from './create-ranker.ts';
import { readContextCosts } from './engine/context-costs.ts';
import { engineProblem } from './engine/engine-problem.ts';
import { readMemory, requireMemory } from './engine/memory.ts';
import type { Engine } from './engine/open-engine.ts';
import type { SpeedMeter } from './engine/speed-meter.ts';
import type { HostReplyOf } from './host-reply.ts';
import type { HostTool } from './host-request.ts';
import type { EnginePlan } from './plan/engine-plan.ts';
import type { PrefixSources } from './prefixes/prepare-slot.ts';
import { createLaneOpener } from './sequences/open-lane.ts';
import { createSequencePool, type SequencePool } from './sequences/sequence-pool.ts';
import { openTemplate } from './template/open-template.ts';
import { createTokenNames } from './tokens/token-pieces.ts';
import type { ToolFormat } from './tools/tool-format.ts';
import type { TurnLane } from './turns/turn-scheduler.ts';

/** A model in memory, with the slots that its requests are answered in. */
export interface LoadedModel {
  readonly model: LlamaModel;
  /** Tokens that prompt and answer may hold together. */
  readonly contextTokens: number;
  readonly blockTokens: number;
  readonly pool: SequencePool;
  readonly prefixes: PrefixSources;
  readonly speed: SpeedMeter;
  readonly toolFormat: ToolFormat;
  tokenizeText(text: string): Token[];
  /** The prompt of a text as it stands, or of messages in the model's own template, up to where the answer begins. */
  tokenizePrompt(input: string | readonly Message[], tools?: readonly HostTool[]): Promise<Token[]>;
  nameOf(token: Token): HostReplyOf<'tokens-result'>['tokens'][number];
  /** Gives vectors of texts. Made when first asked for. */
  readonly embedder: Embedder;
  readonly ranker: Ranker;
  /** What each text that one of these reads takes its turn in. */
  readonly textLane: TurnLane;
  /** Bytes that its weights and open contexts take, as the engine reckons. */
  memory(): number;
  /** Has lanes opened by another plan from now on. */
  follow(plan: EnginePlan): void;
  close(): Promise<void>;
}

/** Context sizes, each twice the one before: most requests fit the smallest, and memory grows with the size. */
const smallestContext = 2048;

/**
 * Loads a GGUF file, and tells how much of it is in memory, from 0 to 1; throws `model-file-broken` when it isn't one,
 * `model-memory-short` when it doesn't fit.
 */
export async function loadModel(
  engine: Engine,
  path: string,
  plan: EnginePlan,
  onLoadProgress: (share: number) => void = () => undefined,
): Promise<LoadedModel> {
  const model = await openModel(engine, path, onLoadProgress);
  const contextTokens = model.trainContextSize;
  const lanes = createLaneOpener(engine, model, await readContextCosts(model, engine.blockTokens), plan);
  const { blockTokens, speed } = engine;
  const textLane: TurnLane = { threads: engine.kind === 'cpu' ? plan.threads : 1, width: 1 };
  const pool = createSequencePool({ sizes: sizesUpTo(contextTokens), blockTokens, ...lanes });
  const { render, toolFormat } = openTemplate(engine.templates, model);
  const { fileInsights: insights } = model;
  return {
    model,
    contextTokens,
    blockTokens,
    pool,
    speed,
    toolFormat,
    prefixes: {
      slots: pool.slots,
      files: engine.statesOf(path),
      key: stateKey(engine, path),
      blockTokens,
      canCut: !insights.isRecurrent && !insights.isHybrid,
    },
    tokenizeText: (text) => model.tokenize(text, false),
    async tokenizePrompt(input, tools) {
      if (typeof input === 'string') return withBeginning(model, model.tokenize(input, false));
      const parts = await render(input, tools);
      return withBeginning(
        model,
        parts.flatMap(({ text, special }) => model.tokenize(text, special)),
      );
    },
    nameOf: createTokenNames(model),
    embedder: createEmbedder(model, plan),
    ranker: createRanker(model, plan),
    textLane,
    memory: () => model.memoryUsage.ram + model.memoryUsage.vram + lanes.memory(),
    follow: lanes.follow,
    async close() {
      await pool.close();
      await model.dispose();
    },
  };
}

async function openModel(engine: Engine, path: string, onLoadProgress: (share: number) => void): Promise<LlamaModel> {
  try {
    const isOnCores = engine.kind === 'cpu';
    if (isOnCores) requireMemory(statSync(path).size, readMemory());
    return await engine.llama.loadModel({ modelPath: path, gpuLayers: isOnCores ? 0 : 'auto', onLoadProgress });
  } catch (error) {
    throw engineProblem(error, 'model-file-broken');
  }
}

function sizesUpTo(largest: number): number[] {
  const found: number[] = [];
  for (let size = smallestContext; size < largest; size *= 2) found.push(size);
  return [...found, largest];
}

function withBeginning({ tokens: { bos, shouldPrependBosToken } }: LlamaModel, tokens: Token[]): Token[] {
  if (shouldPrependBosToken && bos !== null && tokens[0] !== bos) return [bos, ...tokens];
  return tokens.length > 0 || bos === null ? tokens : [bos];
}

/** What an evaluated state depends on beside its tokens. */
function stateKey({ llama, kind, device = '', blockTokens }: Engine, path: string): string {
  const { size, mtimeMs } = statSync(path);
  const parts = [path, size, mtimeMs, kind, device, blockTokens, llama.llamaCppRelease.release];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
