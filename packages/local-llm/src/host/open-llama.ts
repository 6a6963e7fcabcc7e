import { getLlama, LlamaLogLevel, NoBinaryFoundError, type Llama } from 'node-llama-cpp';
import type { EngineChoice, EngineName, GraphicsEngine } from '../engine/engine-choice.ts';
import { resolveEngines } from '../engine/resolve-engines.ts';

/** llama.cpp, and what it runs on. */
export interface OpenedLlama {
  readonly llama: Llama;
  readonly engine: EngineName;
  /** Why it runs on the processor, where another engine was wanted: `engine-not-loaded`, `engine-no-device`, or the engine's own words. */
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
    return { llama: await openProcessor(), engine: 'cpu', reason: reasonOf(error) };
  }
}

/** The engine for a graphics processor. Rejects with `engine-not-loaded`, `engine-no-device`, or the engine's own words. */
export async function openGraphics(engine: GraphicsEngine, folder: string | undefined): Promise<Llama> {
  if (folder !== undefined) resolveEngines(folder);
  const llama = await getLlama({ ...options, gpu: engine }).catch((error: unknown) => {
    throw error instanceof NoBinaryFoundError ? new Error('engine-not-loaded', { cause: error }) : error;
  });
  const found = llama.gpu === engine ? await llama.getGpuDeviceNames() : [];
  if (found.length > 0) return llama;
  await llama.dispose();
  throw new Error('engine-no-device');
}

/** What went wrong, in a word that has its sentence, or in the engine's own. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function openProcessor(): Promise<Llama> {
  return getLlama({ ...options, gpu: false });
}
