/** What a model wants to read before a passage and before a question. */
export interface EmbeddingPrefixes {
  readonly document: string;
  readonly query: string;
}

/**
 * Families that were trained with a word before each text, and find much less without it, by their publishers' model cards:
 * E5 (Wang et al. 2022, arXiv:2212.03533), Nomic Embed (arXiv:2402.01613), Arctic Embed (arXiv:2405.05374), EmbeddingGemma.
 * GGUF files don't tell of it, so the model's name must.
 */
const families: readonly (readonly [RegExp, EmbeddingPrefixes])[] = [
  [/(^|[^a-z])e5-(?!mistral)/i, { document: 'passage: ', query: 'query: ' }],
  [/nomic[- ]embed/i, { document: 'search_document: ', query: 'search_query: ' }],
  [/arctic[- ]embed/i, { document: '', query: 'query: ' }],
  [/embedding[- ]?gemma/i, { document: 'title: none | text: ', query: 'task: search result | query: ' }],
];

/** The prefixes of a model, by its own name or its file's; empty for most. */
export function embeddingPrefixes(...names: readonly string[]): EmbeddingPrefixes {
  const family = families.find(([pattern]) => names.some((name) => pattern.test(name.replaceAll(/[_ ]/g, '-'))));
  return family?.[1] ?? { document: '', query: '' };
}
