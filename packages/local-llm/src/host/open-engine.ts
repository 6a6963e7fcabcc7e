import { availableParallelism } from 'node:os';
import { getLlama, LlamaLogLevel, type Llama } from 'node-llama-cpp';

/** llama.cpp on the CPU, and how its work is cut over the cores. */
export interface Engine {
  readonly llama: Llama;
  /** How many answers are written at once, each in a context of its own. */
  readonly slots: number;
  /** Threads of one context. */
  readonly threads: number;
}

/**
 * Opens the CPU engine that was installed; nothing is built or fetched at run time. Small contexts side by side write
 * more in all than one wide context, and a thread count below the number of cores leaves one for the rest of the
 * machine: llama.cpp's threads spin while they wait for each other, and slow down many times over when one is held up.
 */
export async function openEngine(): Promise<Engine> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    logLevel: LlamaLogLevel.error,
    maxThreads: 0,
  });
  const cores = availableParallelism();
  const slots = Math.min(cores, 2);
  return { llama, slots, threads: Math.max(1, Math.floor(cores / slots)) };
}
