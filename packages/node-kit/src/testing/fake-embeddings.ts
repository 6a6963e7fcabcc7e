import type { EmbeddingsModel } from '../knowledge/embeddings-model.ts';

export interface FakeEmbeddingsOptions {
  readonly dimensions?: number;
  /** Languages that they know; all, unless given. */
  readonly languages?: readonly string[];
}

/**
 * Embeddings without a model: each word (lower case) is hashed to one of `dimensions` axes, and the vector has length 1.
 * The same text always has the same vector; texts that share words are near.
 */
export function fakeEmbeddings({ dimensions = 64, languages }: FakeEmbeddingsOptions = {}): EmbeddingsModel {
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
    identity: { fake: 'embeddings', dimensions },
    name: 'Fake',
    location: 'local',
    languages,
    embedQuery: async (text, signal) => {
      signal?.throwIfAborted();
      return embed(text);
    },
    embedDocuments: async (texts, signal) => {
      signal?.throwIfAborted();
      return texts.map(embed);
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
