import type { LanguageTools } from '@jacquard/node-kit';
import type { SearchPlan } from '../search/plan-search.ts';
import { queryTerms } from '../search/query-terms.ts';
import { inverseFrequency, type WeighedTerm } from '../search/word-evidence.ts';
import type { IndexDatabase } from './index-connection.ts';

/** Terms that are searched at most: of a long text those that tell most. */
const mostTerms = 48;

/** The query's terms with how common each is, those that tell most when there are too many. */
export function weighTerms(
  database: IndexDatabase,
  plan: SearchPlan,
  all: number,
  tools: LanguageTools,
): WeighedTerm[] {
  const terms = queryTerms(plan.query, plan.language, plan.languages, tools);
  const weighed = terms.map((term) => {
    const held = Object.entries(term.stems).map(([language, stems]) => holders(database, language, stems));
    const passages = held.reduce((sum, count) => sum + count, 0);
    return { ...term, passages, weight: inverseFrequency(Math.min(all, passages), all) };
  });
  if (weighed.length <= mostTerms) return weighed;
  const least = weighed
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms);
  return weighed.filter((term) => least.includes(term));
}

/** How many passages in a language hold any of the stems. */
export function holders(database: IndexDatabase, language: string, stems: readonly string[]): number {
  if (stems.length === 1) {
    const term = `${language}_${stems[0]}`;
    return database.prepare<{ doc: number }>('select doc from vocabulary where term = ?').get(term)?.doc ?? 0;
  }
  const match = matchAny(language, stems);
  return (
    database.prepare<{ count: number }>('select count(*) as count from words where words match ?').get(match)?.count ??
    0
  );
}

/** FTS5's string literal takes any sign but `"`, which no stem has: nothing that a person types is read as its syntax. */
export function matchAny(language: string, stems: readonly string[]): string {
  return stems.map((stem) => `"${language}_${stem.replaceAll('"', '')}"`).join(' OR ');
}
