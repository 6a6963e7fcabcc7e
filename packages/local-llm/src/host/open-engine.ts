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

const mostThreads = 4;

/**
 * Opens the CPU engine that was installed; nothing is built or fetched at run time.
 *
 * Small contexts side by side write more in all than one wide context. llama.cpp's threads spin while they wait for each
 * other: with a second thread on two cores, a neighbour that keeps one core busy took the starter model from 60 tokens a
 * second to one (and from 60 to 40 with one thread). So a core is always left to the rest of the machine.
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
  return { llama, slots, threads: Math.min(mostThreads, Math.max(1, Math.floor((cores - 1) / slots))) };
}
