import type { IndexedFile, KnowledgeIndex } from '../interfaces.ts';

// While a base is built it is looked at several times a second, and a list of many thousand files takes its time.
const freshFor = 1_000;

/** An index's files: as they are, or, while they change all the time, as they were within the last second. */
export function createFilesView(
  index: Pick<KnowledgeIndex, 'files'>,
  isBuilding: () => boolean,
): () => Promise<readonly IndexedFile[]> {
  let last: { readonly at: number; readonly files: Promise<readonly IndexedFile[]> } | undefined;
  return () => {
    const now = performance.now();
    if (last && isBuilding() && now - last.at < freshFor) return last.files;
    last = { at: now, files: index.files() };
    return last.files;
  };
}
