import type { Passage } from '@jacquard/flow';
import type { LanguageTools } from '@jacquard/node-kit';
import type { IndexSettings } from '../interfaces.ts';
import { type PassageWords, passageWords } from '../search/passage-words.ts';
import { planSearch, type PlanTask } from '../search/plan-search.ts';
import type { IndexConnection } from './index-connection.ts';
import { releaseLease, takeLease } from './lease.ts';
import { readCounts, readDocuments, readFiles, readPassages, readRevision, readSettings } from './read-index.ts';
import { readStatistics } from './read-statistics.ts';
import { type IndexSearch, searchIndex } from './search-index.ts';
import type { VectorCache } from './vector-cache.ts';
import { holders } from './weigh-terms.ts';
import { deleteFiles, dimensionsOf, grow, writeEntry, type WrittenEntry, writeSettings } from './write-index.ts';

/** What calls of the worker stand on. `check` throws when the caller no longer waits. */
export interface CallContext {
  readonly index: IndexConnection;
  readonly loadTools: () => Promise<LanguageTools>;
  readonly vectors: VectorCache;
  readonly check: () => void;
}

/** Passages analysed before other calls get their turn. */
const slice = 100;

/** All that the worker does for an index, by name. Arguments and results cross as data. */
export const indexCalls = {
  files: ({ index }: CallContext) => index.use(readFiles),
  settings: ({ index }: CallContext) => index.use(readSettings),
  prepare: ({ index }: CallContext, settings: IndexSettings) =>
    index.change((database) => writeSettings(database, settings)),
  async replace({ index, loadTools, check }: CallContext, entry: WrittenEntry) {
    const words = await analyse(entry.passages, await loadTools(), check);
    index.change((database) => writeEntry(database, entry, words));
  },
  touch: ({ index }: CallContext, source: string, stamp: string, modified: number) =>
    index.change((database) => {
      database.prepare<void>('update files set stamp = ?, modified = ? where source = ?').run(stamp, modified, source);
    }),
  remove: ({ index }: CallContext, sources: readonly string[]) =>
    index.change((database) => {
      deleteFiles(database, sources);
      grow(database);
    }),
  revision: ({ index }: CallContext) => index.use(readRevision),
  lease: ({ index }: CallContext, owner: string, until: number, now: number) =>
    index.change((database) => takeLease(database, owner, until, now)),
  release: ({ index }: CallContext, owner: string) => index.change((database) => releaseLease(database, owner)),
  documents: ({ index }: CallContext, source: string) => index.use((database) => readDocuments(database, source)),
  passagesOf: ({ index }: CallContext, source: string) => index.use((database) => readPassages(database, source)),
  counts: ({ index }: CallContext) => index.use(readCounts),
  async plan({ index, loadTools }: CallContext, task: Omit<PlanTask, 'languages'>) {
    const tools = await loadTools();
    return index.use((database) => {
      const plan = planSearch(
        { ...task, languages: readStatistics(database).languages },
        tools,
        (language, stems) => holders(database, language, stems) > 0,
      );
      return { ...plan, hasVectors: dimensionsOf(database) !== undefined };
    });
  },
  async search({ index, loadTools, vectors, check }: CallContext, search: IndexSearch) {
    const tools = await loadTools();
    return index.use((database) => searchIndex(database, search, { tools, vectors, check }));
  },
  close: ({ index }: CallContext) => index.close(),
  delete: ({ index }: CallContext) => index.delete(),
};

export type IndexCalls = typeof indexCalls;

/** Takes long for a large document, so other calls come between. */
async function analyse(
  passages: readonly Passage[],
  tools: LanguageTools,
  check: () => void,
): Promise<readonly PassageWords[]> {
  const words: PassageWords[] = [];
  for (let from = 0; from < passages.length; from += slice) {
    check();
    words.push(...passages.slice(from, from + slice).map((passage) => passageWords(passage, tools)));
    await new Promise((resume) => setImmediate(resume));
  }
  return words;
}
