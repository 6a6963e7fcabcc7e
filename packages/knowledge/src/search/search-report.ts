import type { SearchReport } from '@jacquard/flow';
import type { SearchPlan } from './plan-search.ts';
import type { Ranking } from './rank-passages.ts';
import type { WeighedTerm } from './word-evidence.ts';

/** What was searched: a base's id and name, and sizes after the filter. */
export interface SearchedPart extends Pick<SearchReport, 'base' | 'baseName' | 'documents' | 'passages'> {
  readonly languages: readonly string[];
}

/** The report of a search that was done as planned. */
export function searchReport(
  plan: SearchPlan,
  searched: SearchedPart,
  terms: readonly WeighedTerm[],
  ranking: Ranking,
): SearchReport {
  return {
    question: plan.question,
    query: plan.query,
    usesHistory: plan.usesHistory,
    language: plan.language,
    mode: plan.mode,
    ...searched,
    languages: [...searched.languages],
    terms: terms.map(({ word, passages, weight }) => ({ word, passages, weight })),
    coverage: ranking.coverage,
    meaningWeight: ranking.meaningWeight,
    meaning: plan.meaning,
    ...(ranking.bestMeaning !== undefined && { bestMeaning: ranking.bestMeaning }),
  };
}
