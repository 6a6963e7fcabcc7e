import { Problem } from '@jacquard/flow';
import { readGgufFileInfo } from 'node-llama-cpp';
import type { GgufDescription } from './host-protocol.ts';

/** Reads what a GGUF file says of itself, without its weights; throws `model-file-broken` when it isn't one. */
export async function describeGguf(path: string): Promise<GgufDescription> {
  const { metadata, architectureMetadata } = await readGgufFileInfo(path, {
    readTensorInfo: false,
    logWarnings: false,
  }).catch((error: unknown) => {
    throw new Problem('model-file-broken', { reason: error instanceof Error ? error.message : String(error) });
  });
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
  };
}

/** Encoders (BERT and its kin) write nothing: vectors are all that they give. */
function isEncoder(architecture: string): boolean {
  return /bert|^(t5encoder|gemma-embedding)$/.test(architecture);
}

/** The tokens' vectors are pooled into one: llama.cpp's types 1 to 3 (mean, first, last); 4 is for ranking. */
function pools(metadata: { readonly pooling_type?: number }): boolean {
  return [1, 2, 3].includes(metadata.pooling_type ?? 0);
}
