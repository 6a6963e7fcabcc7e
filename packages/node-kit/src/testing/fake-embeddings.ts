import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/**
 * Embeddings without a model, in LangChain's interface: each word (lower case) is hashed to one of `dimensions` axes,
 * and the vector has length 1. The same text always has the same vector; texts that share words are near.
 */
export function fakeEmbeddings(dimensions = 64): EmbeddingsInterface {
  const embed = (text: string): number[] => {
    const vector = Array.from({ length: dimensions }, () => 0);
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const axis = hash(word) % dimensions;
      vector[axis] = (vector[axis] ?? 0) + 1;
    }
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  };
  return {
    embedQuery: async (text) => embed(text),
    embedDocuments: async (texts) => texts.map(embed),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
