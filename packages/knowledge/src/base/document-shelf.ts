import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, type ReadDocument } from '@jacquard/flow';
import type { UnreadFile } from '@jacquard/node-kit';
import type { IndexedFile, KnowledgeIndex } from '../interfaces.ts';

/** What a file was read as, for as long as its bytes are the same. */
export interface ShelvedFile {
  readonly sha256: string;
  readonly unread: readonly UnreadFile[];
  documents(): Promise<readonly ReadDocument[]>;
}

/** Documents of an index that is about to be emptied: other passages or embeddings need no second reading, which may take hours. */
export interface DocumentShelf {
  find(source: string): ShelvedFile | undefined;
  clear(): Promise<void>;
}

/** A shelf without documents. */
export const emptyShelf: DocumentShelf = { find: () => undefined, clear: async () => undefined };

/**
 * Puts the documents of all files that were read on a shelf: on the disk, beside the index in `file`, since they may be many.
 * What a killed process left there goes. Throws `knowledge-disk-full`.
 */
export async function shelveDocuments(
  index: KnowledgeIndex,
  file: string,
  indexed: readonly IndexedFile[],
  signal: AbortSignal,
): Promise<DocumentShelf> {
  const folder = `${file}.documents`;
  const shelved = new Map<string, ShelvedFile>();
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  await clear();
  try {
    await mkdir(folder, { recursive: true });
    for (const { source, sha256, unread, state } of indexed) {
      signal.throwIfAborted();
      const documents = state === 'ready' ? await index.documents(source) : undefined;
      if (!documents) continue;
      const path = join(folder, `${shelved.size}.json`);
      await writeFile(path, JSON.stringify(documents));
      shelved.set(source, { sha256, unread, documents: () => load(path) });
    }
  } catch (error) {
    await clear();
    const isFull = error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
    throw isFull ? new Problem('knowledge-disk-full', { file }, { kind: 'operational', cause: error }) : error;
  }
  return { find: (source) => shelved.get(source), clear };
}

async function load(path: string): Promise<readonly ReadDocument[]> {
  return JSON.parse(await readFile(path, 'utf8')) as ReadDocument[]; // boundary: written above, in a folder of our own
}
