import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadDocument } from '@jacquard/flow';
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

/** Puts the documents of all files that were read on a shelf: on the disk, since they may be many. */
export async function shelveDocuments(
  index: KnowledgeIndex,
  indexed: readonly IndexedFile[],
  signal: AbortSignal,
): Promise<DocumentShelf> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-documents-'));
  const shelved = new Map<string, ShelvedFile>();
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
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
    throw error;
  }
  return { find: (source) => shelved.get(source), clear };
}

async function load(path: string): Promise<readonly ReadDocument[]> {
  return JSON.parse(await readFile(path, 'utf8')) as ReadDocument[]; // boundary: written above, in a folder of our own
}
