import type { Passage, SearchReport } from '@jacquard/flow';
import type { LanguageTools, SearchOptions, SearchResult } from '@jacquard/node-kit';
import { inverseFrequency, rankPassages, type WeighedTerm } from '../search/rank-passages.ts';
import type { SearchPlan } from '../search/plan-search.ts';
import { queryTerms } from '../search/query-terms.ts';
import { widenPassages } from '../search/widen-passages.ts';
import type { PassageWords } from '../search/passage-words.ts';
import type { IndexDatabase } from './index-connection.ts';
import { filterPassages, type PassageFilter } from './filter-passages.ts';
import type { VectorCache } from './vector-cache.ts';

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
/** Terms that are searched at most: of a long text those that tell most. */
const mostTerms = 48;

/** Finds candidates by words and by meaning, ranks them together, and gives the best with the report. */
export function searchIndex(database: IndexDatabase, search: IndexSearch, context: SearchContext): SearchResult {
  const { plan, options } = search;
  const filter = filterPassages(database, options.filter);
  const terms = weighTerms(database, plan, context.tools);
  context.check();
  const byWords = plan.mode === 'dense' ? [] : candidatesByWords(database, terms, filter);
  context.check();
  const meanings =
    search.vector === undefined
      ? new Map<number, number>()
      : context.vectors.nearest(database, {
          query: search.vector,
          top: mostCandidates,
          also: byWords,
          allowed: filter.allowed,
        });
  context.check();
  const numbers = [...new Set([...byWords, ...meanings.keys()])];
  const rows = readCandidates(database, numbers);
  const lengths = averageLengths(database);
  const ranking = rankPassages({
    mode: plan.mode,
    terms,
    candidates: rows.map(({ number, words }) => ({ number, words, meaning: meanings.get(number) })),
    averageLength: (language) => lengths.get(language) ?? 1,
  });
  const best = ranking.passages
    .filter(({ match }) => match.score >= (options.threshold ?? 0))
    .slice(0, options.top ?? defaultTop);
  const found = best.map(({ number, match }, at) => {
    const passage = readPassage(database, number);
    const metadata = { ...passage.metadata, base: search.base.id, match: { ...match, rank: at + 1 } };
    return { ...passage, metadata };
  });
  const report: SearchReport = {
    question: plan.question,
    query: plan.query,
    usesHistory: plan.usesHistory,
    language: plan.language,
    mode: plan.mode,
    base: search.base.id,
    baseName: search.base.name,
    ...filter.counts,
    terms: terms.map(({ word, passages, weight }) => ({ word, passages, weight })),
    coverage: ranking.coverage,
    meaningWeight: ranking.meaningWeight,
    meaning: plan.meaning,
    ...(ranking.bestMeaning === undefined ? {} : { bestMeaning: ranking.bestMeaning }),
  };
  const passages = widenPassages(found, options.neighbours ?? 0, (passage, from, to) =>
    readAround(database, passage, from, to),
  );
  return { passages, report };
}

const defaultTop = 5;

/** The query's terms with how common each is, those that tell most when there are too many. */
function weighTerms(database: IndexDatabase, plan: SearchPlan, tools: LanguageTools): WeighedTerm[] {
  const terms = queryTerms(plan.query, plan.language, plan.languages, tools);
  const all = database.prepare<{ count: number }>('select count(*) as count from passages').get()?.count ?? 0;
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

function holders(database: IndexDatabase, language: string, stems: readonly string[]): number {
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
function matchAny(language: string, stems: readonly string[]): string {
  return stems.map((stem) => `"${language}_${stem.replaceAll('"', '')}"`).join(' OR ');
}

function candidatesByWords(database: IndexDatabase, terms: readonly WeighedTerm[], filter: PassageFilter): number[] {
  const present = terms.filter(({ passages }) => passages > 0);
  if (present.length === 0) return [];
  const match = present
    .flatMap(({ stems }) => Object.entries(stems).map(([language, some]) => matchAny(language, some)))
    .join(' OR ');
  return database
    .prepare<{
      number: number;
    }>(`select words.rowid as number from words ${filter.join} where words match ? ${filter.where}
       order by bm25(words, 1.0, 1.0, 1.0) limit ${mostCandidates}`)
    .all(match, ...filter.parameters)
    .map(({ number }) => number);
}

function averageLengths(database: IndexDatabase): Map<string, number> {
  const rows = database
    .prepare<{ language: string; mean: number }>('select language, avg(length) as mean from passages group by language')
    .all();
  return new Map(rows.map(({ language, mean }) => [language, mean]));
}

function readCandidates(
  database: IndexDatabase,
  numbers: readonly number[],
): { number: number; words: PassageWords }[] {
  const rows = database
    .prepare<{ number: number; language: string; title: string; headings: string; body: string }>(
      'select number, language, title, headings, body from passages where number in (select value from json_each(?))',
    )
    .all(JSON.stringify(numbers));
  return rows.map(({ number, language, ...columns }) => {
    const skip = language.length + 1;
    const stems = (text: string): string[] => (text === '' ? [] : text.split(' ').map((word) => word.slice(skip)));
    const [title, headings, body] = [stems(columns.title), stems(columns.headings), stems(columns.body)];
    return { number, words: { language, title, headings, body } };
  });
}

function readPassage(database: IndexDatabase, number: number): Passage {
  const row = database.prepare<{ passage: string }>('select passage from passages where number = ?').get(number);
  // boundary: only `writeEntry` writes passages, and this number was just read in the same turn.
  return JSON.parse(row?.passage ?? '{}') as Passage;
}

/** Passages of the same document by their places in it. */
function readAround(database: IndexDatabase, { metadata }: Passage, from: number, to: number): Passage[] {
  return database
    .prepare<{ passage: string }>('select passage from passages where source = ?')
    .all(metadata.source)
    .map(({ passage }) => JSON.parse(passage) as Passage) // boundary: only `writeEntry` writes passages
    .filter(({ metadata: { position } }) => position >= from && position <= to);
}
