import type { SQLInputValue } from 'node:sqlite';
import { readPathPatterns } from '@jacquard/flow';
import type { SearchFilter } from '@jacquard/node-kit';
import type { IndexDatabase } from './index-connection.ts';
import { readStatistics } from './read-statistics.ts';

/** A filter as search uses it. */
export interface PassageFilter {
  /** SQL that joins `passages` to `words`, and the condition, empty without a filter. */
  readonly join: string;
  readonly where: string;
  readonly parameters: readonly SQLInputValue[];
  /** Passages that fit; undefined for all. */
  readonly allowed: ReadonlySet<number> | undefined;
  /** Sizes of what is searched. */
  readonly counts: { readonly documents: number; readonly passages: number; readonly languages: readonly string[] };
}

/** Turns a filter into conditions over the index. Patterns are matched against paths of documents, in archives, too. */
export function filterPassages(database: IndexDatabase, filter: SearchFilter = {}): PassageFilter {
  const conditions: string[] = [];
  const parameters: SQLInputValue[] = [];
  const restrict = (condition: string, value: SQLInputValue): void => {
    conditions.push(condition);
    parameters.push(value);
  };
  if (filter.sources !== undefined) {
    restrict('source in (select value from json_each(?))', JSON.stringify(matchingSources(database, filter.sources)));
  }
  if (filter.languages !== undefined) {
    restrict('language in (select value from json_each(?))', JSON.stringify(filter.languages));
  }
  if (filter.tables === true) conditions.push("json_extract(passage, '$.metadata.table') is not null");
  if (filter.from !== undefined) restrict('julianday(date) >= julianday(?)', filter.from);
  if (filter.until !== undefined) restrict('julianday(date) < julianday(?)', filter.until);
  if (conditions.length === 0) {
    const { documents, passages, languages } = readStatistics(database);
    return { join: '', where: '', parameters, allowed: undefined, counts: { documents, passages, languages } };
  }
  const only = `where ${conditions.join(' and ')}`;
  const allowed = database.prepare<{ number: number }>(`select number from passages ${only}`).all(...parameters);
  return {
    join: 'join passages on passages.number = words.rowid',
    where: conditions.map((condition) => ` and ${condition}`).join(''),
    parameters,
    allowed: new Set(allowed.map(({ number }) => number)),
    counts: countPassages(database, only, parameters),
  };
}

function matchingSources(database: IndexDatabase, patterns: readonly string[]): string[] {
  const named = readPathPatterns(patterns);
  return database
    .prepare<{ source: string }>('select distinct source from passages')
    .all()
    .map(({ source }) => source)
    .filter((source) => patterns.includes(source) || named.matches(source));
}

function countPassages(
  database: IndexDatabase,
  only: string,
  parameters: readonly SQLInputValue[],
): PassageFilter['counts'] {
  const languages = database
    .prepare<{ language: string; count: number }>(
      `select language, count(*) as count from passages ${only} group by language order by count desc, language`,
    )
    .all(...parameters);
  const documents = database
    .prepare<{ count: number }>(`select count(distinct source) as count from passages ${only}`)
    .get(...parameters);
  return {
    documents: documents?.count ?? 0,
    passages: languages.reduce((sum, { count }) => sum + count, 0),
    languages: languages.map(({ language }) => language),
  };
}
