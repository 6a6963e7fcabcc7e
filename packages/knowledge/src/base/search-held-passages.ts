import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passageMetadataSchema, type DocumentValue, type Passage } from '@jacquard/flow';
import { loadLanguageTools, type SearchResult } from '@jacquard/node-kit';
import type { Knowledge } from '../create-knowledge.ts';
import type { KnowledgeIndexes } from '../database/open-knowledge-indexes.ts';
import type { FileEntry, KnowledgeIndex } from '../interfaces.ts';
import type { DetectLanguage } from '../passages/passage-language.ts';
import { embedPassages } from './embed-passages.ts';

type HeldSearch = Parameters<Knowledge['searchPassages']>;

/**
 * Searches passages that a flow holds, as a base is searched: through an index of their own, which is gone afterwards. The
 * result names no base.
 */
export async function searchHeldPassages(
  indexes: KnowledgeIndexes,
  passages: HeldSearch[0],
  query: HeldSearch[1],
  { embeddings, ...options }: NonNullable<HeldSearch[2]> = {},
): Promise<SearchResult> {
  const { detect } = await loadLanguageTools();
  const held = passages.map((passage, position) => asPassage(passage, position, detect));
  const signal = options.signal ?? new AbortController().signal;
  const model = options.mode === 'keyword' ? undefined : embeddings;
  const vectors = model
    ? await embedPassages(held, model, { signal, onDone: () => undefined })
    : held.map(() => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-passages-'));
  const index = indexes.open(join(folder, `${randomUUID()}.db`));
  try {
    await index.prepare({ embeddings: model?.identity ?? null, passages: null, reader: 0 });
    await index.replace(entryOf(held, vectors));
    return withoutBase(await index.search(query, { ...options, embeddings: model, base: { id: '', name: '' } }));
  } finally {
    await close(index, folder);
  }
}

async function close(index: KnowledgeIndex, folder: string): Promise<void> {
  await index.close();
  await rm(folder, { recursive: true, force: true });
}

/** A passage with all that search reads; what its metadata holds besides stays in it. */
function asPassage({ pageContent, metadata, id }: DocumentValue, position: number, detect: DetectLanguage): Passage {
  const known = passageMetadataSchema.partial().safeParse(metadata).data ?? {};
  const needed: Passage['metadata'] = {
    document: known.document ?? createHash('sha256').update(pageContent).digest('hex'),
    source: known.source ?? '',
    mediaType: known.mediaType ?? 'text/plain',
    language: known.language ?? detect(pageContent),
    headings: known.headings ?? [],
    start: known.start ?? 0,
    end: known.end ?? pageContent.length,
    position: known.position ?? position,
  };
  return { pageContent, metadata: { ...metadata, ...known, ...needed }, ...(id !== undefined && { id }) };
}

function entryOf(passages: readonly Passage[], vectors: FileEntry['vectors']): FileEntry {
  const facts = { source: '', stamp: '', size: 0, modified: 0, sha256: '', readAt: 0, mediaType: '' };
  return { file: { ...facts, state: 'ready', unread: [], warnings: [] }, documents: [], passages, vectors };
}

function withoutBase({ passages, report: { base: _base, baseName: _name, ...report } }: SearchResult): SearchResult {
  return {
    report,
    passages: passages.map(({ metadata: { base: _id, ...metadata }, ...passage }) => ({ ...passage, metadata })),
  };
}
