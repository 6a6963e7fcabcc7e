import type { Reranker } from '../reranker.ts';

/** A model that ranks by words: a passage's score is the share of the question's words that it holds. */
export function fakeReranker(): Reranker {
  return {
    identity: { fake: 'reranker' },
    name: 'Fake reranker',
    location: 'local',
    languages: undefined,
    async rank(query, passages, { signal } = {}) {
      signal?.throwIfAborted();
      const wanted = wordsOf(query);
      return passages.map((passage) => {
        const held = wordsOf(passage);
        return [...wanted].filter((word) => held.has(word)).length / Math.max(1, wanted.size);
      });
    },
  };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}
