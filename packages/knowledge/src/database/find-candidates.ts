import type { Candidate } from '../search/rank-passages.ts';
import type { WeighedTerm } from '../search/word-evidence.ts';
import type { PassageFilter } from './filter-passages.ts';
import type { IndexDatabase } from './index-connection.ts';
import { matchAny } from './weigh-terms.ts';

/** Passages that hold any of the terms, those that FTS5 thinks best. */
export function candidatesByWords(
  database: IndexDatabase,
  terms: readonly WeighedTerm[],
  filter: PassageFilter,
  most: number,
): number[] {
  const present = terms.filter(({ passages }) => passages > 0);
  if (present.length === 0) return [];
  const match = present
    .flatMap(({ stems }) => Object.entries(stems).map(([language, some]) => matchAny(language, some)))
    .join(' OR ');
  return database
    .prepare<{
      number: number;
    }>(`select words.rowid as number from words ${filter.join} where words match ? ${filter.where}
       order by bm25(words, 1.0, 1.0, 1.0) limit ${most}`)
    .all(match, ...filter.parameters)
    .map(({ number }) => number);
}

interface PassageRow {
  readonly number: number;
  readonly source: string;
  readonly position: number;
  readonly language: string;
  readonly title: string;
  readonly headings: string;
  readonly body: string;
}

/** Candidates with the words of the passages before and after them, which have the numbers before and after. */
export function readCandidates(database: IndexDatabase, numbers: readonly number[]): Omit<Candidate, 'meaning'>[] {
  const wanted = [...new Set(numbers.flatMap((number) => [number - 1, number, number + 1]))];
  const rows = database
    .prepare<PassageRow>(
      `select number, source, position, language, title, headings, body from passages
       where number in (select value from json_each(?))`,
    )
    .all(JSON.stringify(wanted));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return numbers.flatMap((number) => {
    const row = byNumber.get(number);
    if (row === undefined) return [];
    const around = [number - 1, number + 1].flatMap((next) => {
      const other = byNumber.get(next);
      const isNext = other?.source === row.source && other.position - row.position === next - number;
      return isNext && other.language === row.language ? [stemsOf(other, 'body')] : [];
    });
    const words = {
      language: row.language,
      title: stemsOf(row, 'title'),
      headings: stemsOf(row, 'headings'),
      body: stemsOf(row, 'body'),
    };
    return [{ number, words, around }];
  });
}

/** Stems stand as `LANGUAGE_stem` in the index. */
function stemsOf(row: PassageRow, column: 'title' | 'headings' | 'body'): string[] {
  const skip = row.language.length + 1;
  return row[column] === '' ? [] : row[column].split(' ').map((word) => word.slice(skip));
}
