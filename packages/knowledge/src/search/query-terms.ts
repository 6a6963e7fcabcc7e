import { isStopWord, type LanguageTools } from '@jacquard/node-kit';

/** A content word of a query. The same word has other stems in each language that passages are in. */
export interface QueryTerm {
  /** As written. */
  readonly word: string;
  /** By language, the surest first; a language in which it is grammar is absent. */
  readonly stems: Readonly<Record<string, readonly string[]>>;
}

/** Longest query that is analysed, in characters; of a longer one the beginning and the end. */
const mostCharacters = 20_000;

/**
 * The content words of a query, each once, analysed in every language of the base: passages are matched in their own. What
 * is grammar in the query's own language is no content in any.
 */
export function queryTerms(
  query: string,
  language: string,
  languages: readonly string[],
  tools: LanguageTools,
): QueryTerm[] {
  const text =
    query.length <= mostCharacters
      ? query
      : `${query.slice(0, mostCharacters / 2)} ${query.slice(-mostCharacters / 2)}`;
  const terms = new Map<number, { word: string; stems: Record<string, readonly string[]> }>();
  for (const target of languages.length === 0 ? [language] : new Set(languages)) {
    for (const { start, written, folded, stems } of tools.contentWords(text, target)) {
      if (isStopWord(folded, language)) continue;
      const term = terms.get(start) ?? { word: written, stems: {} };
      term.stems[target] = stems;
      terms.set(start, term);
    }
  }
  const byPlace = [...terms].sort(([a], [b]) => a - b).map(([, term]) => term);
  const bySpelling = new Map(byPlace.map((term) => [JSON.stringify(term.stems), term]));
  return [...bySpelling.values()];
}
