import type { LlamaModel } from 'node-llama-cpp';

/** What contexts of a model take of main memory, in bytes, as the engine reckons. */
export interface ContextCosts {
  of(contextTokens: number, sequences: number): number;
}

/** Tokens that the engine is asked about: cost grows evenly with size. */
const asked = 2048;

/** Asks the engine once; what it can't tell is taken for nothing, and then fails or fits when it is tried. */
export async function readContextCosts(model: LlamaModel, batchSize: number): Promise<ContextCosts> {
  const estimate = async (sequences: number): Promise<number> => {
    const gpuLayers = model.gpuLayers;
    const options = { contextSize: asked, sequences, modelGpuLayers: gpuLayers, batchSize, swaFullCache: true };
    const { cpuRam, gpuVram } = await model.fileInsights.estimateContextResourceRequirementsV2(options);
    return cpuRam + gpuVram;
  };
  const [one, two] = await Promise.all([estimate(1), estimate(2)]).catch(() => [0, 0] as const);
  const sequence = Math.max(0, two - one);
  const rest = Math.max(0, one - sequence);
  return { of: (contextTokens, sequences) => rest + (sequence * sequences * contextTokens) / asked };
}
