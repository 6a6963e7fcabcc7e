import type { Passage } from '@jacquard/flow';
import type { LanguageTools, SearchOptions, SearchResult } from '@jacquard/node-kit';
import type { SearchPlan } from '../search/plan-search.ts';
import { rankPassages } from '../search/rank-passages.ts';
import { searchReport } from '../search/search-report.ts';
import { takeBest } from '../search/take-best.ts';
import { widenPassages } from '../search/widen-passages.ts';
import { candidatesByWords, readCandidates } from './find-candidates.ts';
import { filterPassages } from './filter-passages.ts';
import type { IndexDatabase } from './index-connection.ts';
import type { Nearest } from './nearest.ts';
import { readStatistics } from './read-statistics.ts';
import type { VectorCache } from './vector-cache.ts';
import { weighTerms } from './weigh-terms.ts';

/** A search as it comes to the worker: planned, with the query's vector when meaning is asked. */
export interface IndexSearch {
  readonly plan: SearchPlan;
  readonly options: Omit<SearchOptions, 'signal' | 'history'>;
  readonly vector: Float32Array | undefined;
  readonly base: { readonly id: string; readonly name: string };
}

/** What a search stands on besides the database. `check` throws when nobody waits for it any more. */
export interface SearchContext {
  readonly tools: LanguageTools;
  readonly vectors: VectorCache;
  readonly check: () => void;
}

/** Candidates of either kind that are ranked together. */
const mostCandidates = 200;

/** Finds candidates by words and by meaning, ranks them together, and gives the best with the report. */
export function searchIndex(database: IndexDatabase, search: IndexSearch, context: SearchContext): SearchResult {
  const { plan, options, base } = search;
  const filter = filterPassages(database, options.filter);
  const { averageLength, passages: all } = readStatistics(database);
  const terms = weighTerms(database, plan, all, context.tools);
  context.check();
  const byWords = plan.mode === 'dense' ? [] : candidatesByWords(database, terms, filter, mostCandidates);
  context.check();
  const { meanings, spread } =
    search.vector === undefined
      ? noMeaning
      : context.vectors.nearest(database, {
          query: search.vector,
          top: mostCandidates,
          also: byWords,
          allowed: filter.allowed,
        });
  context.check();
  const ranking = rankPassages({
    mode: plan.mode,
    terms,
    candidates: readCandidates(database, [...new Set([...byWords, ...meanings.keys()])]).map((candidate) => ({
      ...candidate,
      meaning: meanings.get(candidate.number),
    })),
    averageLength: (language) => averageLength.get(language) ?? 1,
    passages: all,
    spread,
  });
  const found = takeBest(ranking.passages, options, (number) => readPassage(database, number, base.id));
  const passages = widenPassages(found, options.neighbours ?? 0, (passage, from, to) =>
    readAround(database, passage, from, to),
  );
  return {
    passages,
    report: searchReport(plan, { base: base.id, baseName: base.name, ...filter.counts }, terms, ranking),
  };
}

const noMeaning: Nearest = { meanings: new Map(), spread: { mean: 0, deviation: 0 } };

function readPassage(database: IndexDatabase, number: number, base: string): Passage {
  const row = database.prepare<{ passage: string }>('select passage from passages where number = ?').get(number);
  // boundary: only `writeEntry` writes passages, and this number was read in the same turn.
  const passage = JSON.parse(row?.passage ?? '{}') as Passage;
  return { ...passage, metadata: { ...passage.metadata, base } };
}

/** Passages of the same document by their places in it. */
function readAround(database: IndexDatabase, { metadata }: Passage, from: number, to: number): Passage[] {
  return database
    .prepare<{ passage: string }>('select passage from passages where source = ? and position between ? and ?')
    .all(metadata.source, from, to)
    .map(({ passage }) => JSON.parse(passage) as Passage); // boundary: only `writeEntry` writes passages
}
