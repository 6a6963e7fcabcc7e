import type { IndexDatabase } from './index-connection.ts';
import { readRevision } from './read-index.ts';

/** Figures of the whole index that each search needs. */
export interface IndexStatistics {
  readonly revision: number;
  readonly documents: number;
  readonly passages: number;
  /** Commonest first. */
  readonly languages: readonly string[];
  /** Mean count of content words a passage, by language. */
  readonly averageLength: ReadonlyMap<string, number>;
}

const remembered = new WeakMap<IndexDatabase, IndexStatistics>();

/** Counts once a revision: counting looks at every passage. */
export function readStatistics(database: IndexDatabase): IndexStatistics {
  const revision = readRevision(database);
  const before = remembered.get(database);
  if (before?.revision === revision) return before;
  const languages = database
    .prepare<{ language: string; count: number; mean: number }>(
      `select language, count(*) as count, avg(length) as mean from passages
       group by language order by count desc, language`,
    )
    .all();
  const sources = database.prepare<{ count: number }>('select count(distinct source) as count from passages').get();
  const statistics = {
    revision,
    documents: sources?.count ?? 0,
    passages: languages.reduce((sum, { count }) => sum + count, 0),
    languages: languages.map(({ language }) => language),
    averageLength: new Map(languages.map(({ language, mean }) => [language, mean])),
  };
  remembered.set(database, statistics);
  return statistics;
}
