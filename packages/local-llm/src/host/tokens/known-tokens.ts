import { Problem } from '@jacquard/flow';
import type { LlamaModel, Token } from 'node-llama-cpp';

/** Tokens by ids that come from outside: the engine dies of one that its vocabulary lacks. Throws `model-token-unknown`. */
export function knownTokens({ fileInfo }: Pick<LlamaModel, 'fileInfo'>, ids: readonly number[]): Token[] {
  const size = fileInfo.metadata.tokenizer?.ggml?.tokens.length ?? 0;
  const unknown = ids.find((id) => id >= size);
  if (unknown !== undefined) throw new Problem('model-token-unknown', { token: unknown });
  return ids.map((id) => id as Token); // boundary: an id within the vocabulary is a token
}
