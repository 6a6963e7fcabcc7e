import { getLlama, LlamaLogLevel, type Llama } from 'node-llama-cpp';
import type { EngineChoice, EngineName, GraphicsEngine } from '../engine/engine-choice.ts';
import { resolveEngines } from '../engine/resolve-engines.ts';

/** llama.cpp, and what it runs on. */
export interface OpenedLlama {
  readonly llama: Llama;
  readonly engine: EngineName;
  /** Why it runs on the processor, where another engine was wanted: the engine's own words. */
  readonly reason?: string | undefined;
}

const options = {
  build: 'never',
  skipDownload: true,
  progressLogs: false,
  logLevel: LlamaLogLevel.error,
  maxThreads: 0,
} as const;

/**
 * Opens the engine that is wanted, or the processor's where that can't be had; nothing is built or fetched. node-llama-cpp loads
 * an engine in a process of its own first, so that one which doesn't fit this machine crashes that. Rejects when the
 * processor's engine can't be opened either.
 */
export async function openLlama({ engine, folder }: EngineChoice): Promise<OpenedLlama> {
  if (engine === 'cpu') return { llama: await openProcessor(), engine };
  try {
    return { llama: await openGraphics(engine, folder), engine };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { llama: await openProcessor(), engine: 'cpu', reason };
  }
}

/** The engine for a graphics processor. Rejects where it can't be loaded, or finds no graphics processor to run on. */
export async function openGraphics(engine: GraphicsEngine, folder: string | undefined): Promise<Llama> {
  if (folder !== undefined) resolveEngines(folder);
  const llama = await getLlama({ ...options, gpu: engine });
  const found = llama.gpu === engine ? await llama.getGpuDeviceNames() : [];
  if (found.length > 0) return llama;
  await llama.dispose();
  throw new Error(`the ${engine} engine finds no graphics processor`);
}

function openProcessor(): Promise<Llama> {
  return getLlama({ ...options, gpu: false });
}
