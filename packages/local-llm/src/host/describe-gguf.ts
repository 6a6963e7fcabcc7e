import { Problem } from '@jacquard/flow';
import { GgufFileType, GgufInsights, readGgufFileInfo, type GgufFileInfo } from 'node-llama-cpp';
import type { GgufDescription } from './host-protocol.ts';
import { blockTokens, smallestContext } from './loaded-model.ts';

/** Reads what a GGUF file says of itself, without its weights; throws `model-file-broken` when it isn't one. */
export async function describeGguf(path: string): Promise<GgufDescription> {
  const info = await readGgufFileInfo(path, { logWarnings: false }).catch((error: unknown) => {
    throw new Problem('model-file-broken', { reason: error instanceof Error ? error.message : String(error) });
  });
  const { metadata, architectureMetadata } = info;
  const { general, tokenizer } = metadata;
  const contextTokens = Number(architectureMetadata.context_length);
  return {
    name: general.name,
    architecture: general.architecture,
    contextTokens: Number.isInteger(contextTokens) && contextTokens > 0 ? contextTokens : undefined,
    parameters: 'size_label' in general && typeof general.size_label === 'string' ? general.size_label : undefined,
    licence: general.license,
    languages: 'languages' in general && Array.isArray(general.languages) ? general.languages.map(String) : [],
    hasChatTemplate: tokenizer?.chat_template !== undefined,
    isForEmbeddings: isEncoder(general.architecture) || pools(architectureMetadata),
    memory: (await memoryOf(info)) ?? null,
    quantisation: quantisationOf(general.file_type),
  };
}

/** Weights and the smallest context, in main memory, as llama.cpp would take them. */
async function memoryOf(info: GgufFileInfo): Promise<number | undefined> {
  try {
    const insights = await GgufInsights.from(info);
    const contextSize = Math.min(smallestContext, insights.trainContextSize ?? smallestContext);
    const [model, context] = await Promise.all([
      insights.estimateModelResourceRequirementsV2({ gpuLayers: 0 }),
      insights.estimateContextResourceRequirementsV2({ contextSize, modelGpuLayers: 0, batchSize: blockTokens }),
    ]);
    return Math.ceil(model.cpuRam + context.cpuRam);
  } catch {
    return undefined; // a kind of model that the engine knows nothing of: its size still says something
  }
}

function quantisationOf(type: number | undefined): string | undefined {
  const name = type === undefined ? undefined : GgufFileType[type];
  return name?.replace(/^(?:MOSTLY|ALL)_/u, '');
}

/** Encoders (BERT and its kin) write nothing: vectors are all that they give. */
function isEncoder(architecture: string): boolean {
  return /bert|^(t5encoder|gemma-embedding)$/.test(architecture);
}

/** The tokens' vectors are pooled into one: llama.cpp's types 1 to 3 (mean, first, last); 4 is for ranking. */
function pools(metadata: { readonly pooling_type?: number }): boolean {
  return [1, 2, 3].includes(metadata.pooling_type ?? 0);
}
