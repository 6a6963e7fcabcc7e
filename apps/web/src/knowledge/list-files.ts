import type { KnowledgeFile } from '@jacquard/protocol';

/** What the list of documents can be ordered by. */
export type FileOrder = 'name' | 'type' | 'pages' | 'passages' | 'size' | 'state';

const stateRank = { failed: 0, reading: 1, waiting: 2, ready: 3 } as const;

const comparers: Readonly<Record<Exclude<FileOrder, 'name'>, (a: KnowledgeFile, b: KnowledgeFile) => number>> = {
  type: (a, b) => typeLabel(a).localeCompare(typeLabel(b)),
  pages: (a, b) => (a.pages ?? 0) - (b.pages ?? 0),
  passages: (a, b) => a.passages - b.passages,
  size: (a, b) => a.size - b.size,
  state: (a, b) => stateRank[a.state] - stateRank[b.state],
};

/** What is shown of the documents, and how. */
export interface FileView {
  readonly query: string;
  readonly only: 'all' | 'failed' | 'noted';
  readonly order: FileOrder;
  readonly isDescending: boolean;
}

/** True for a document that was read, but not without remarks. */
export function isNoted({ state, warnings, unread }: KnowledgeFile): boolean {
  return state === 'ready' && warnings.length + unread.length > 0;
}

/** The documents that are shown, in their order; equal ones by name. */
export function listFiles(files: readonly KnowledgeFile[], view: FileView): readonly KnowledgeFile[] {
  const words = view.query.toLowerCase().split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator(undefined, { numeric: true });
  const byName = (a: KnowledgeFile, b: KnowledgeFile): number => collator.compare(a.source, b.source);
  const sign = view.isDescending ? -1 : 1;
  return files
    .filter((file) => view.only === 'all' || (view.only === 'failed' ? file.state === 'failed' : isNoted(file)))
    .filter(({ source, title = '' }) => words.every((word) => `${source} ${title}`.toLowerCase().includes(word)))
    .toSorted((a, b) =>
      view.order === 'name' ? sign * byName(a, b) : sign * comparers[view.order](a, b) || byName(a, b),
    );
}

/** What kind of file it is, as people call it: its ending. */
export function typeLabel({ source }: Pick<KnowledgeFile, 'source'>): string {
  const ending = /\.([\p{L}\p{N}]{1,8})$/u.exec(source)?.[1];
  return ending?.toUpperCase() ?? '–';
}
