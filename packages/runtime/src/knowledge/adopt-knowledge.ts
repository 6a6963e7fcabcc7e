import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { jsonEquals, Problem, type JsonValue, type KnowledgeDocument } from '@jacquard/flow';
import type { KnowledgeSource, KnowledgeStore, Space } from '@jacquard/stores';
import { largestFile } from '../project-files.ts';
import { ownPaths } from './own-paths.ts';

/** A base that comes with a flow: its settings, and its documents where they lie now. */
export interface IncomingKnowledge {
  readonly id: string;
  readonly document: KnowledgeDocument;
  readonly sources: readonly KnowledgeSource[];
}

interface KnowledgePlaces {
  readonly store: KnowledgeStore;
  readonly space: Space;
}

/** The id that a base has here; `isNew`: it was made, and is to be built. */
export interface AdoptedKnowledge {
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * Takes in a base that comes with a flow. One of the same id and content is taken as it is; a different one is left alone, and
 * the new base gets another id.
 */
export async function adoptKnowledge(
  { store, space }: KnowledgePlaces,
  incoming: IncomingKnowledge,
  imported: boolean,
): Promise<AdoptedKnowledge> {
  if (await isHere(store, space, incoming)) return { id: incoming.id, isNew: false };
  const document = { ...incoming.document, sources: [] };
  const { id } = await store.create(space, document, { like: incoming.id, imported });
  try {
    for (const [path, { path: from, modified }] of ownPaths(incoming.document, incoming.sources))
      await store.put(space, id, path, readPieces(from), { maxBytes: largestFile, modified });
  } catch (error) {
    await discardKnowledge({ store, space }, id);
    throw error;
  }
  return { id, isNew: true };
}

/** Takes back a base that was just taken in, documents and all. Never throws: it happens because something else failed. */
export async function discardKnowledge({ store, space }: KnowledgePlaces, id: string): Promise<void> {
  try {
    for (const { source } of await store.sources(space, id)) await store.remove(space, id, source);
    await store.delete(space, id);
  } catch {
    // What is left of it can be seen and deleted on the knowledge page.
  }
}

async function isHere(store: KnowledgeStore, space: Space, incoming: IncomingKnowledge): Promise<boolean> {
  const { id } = incoming;
  const base = await store.get(space, id);
  if (base === undefined || base.broken !== undefined) return false;
  const { document } = base;
  if (!jsonEquals(settingsOf(document), settingsOf(incoming.document))) return false;
  const here = ownPaths(document, await store.sources(space, id));
  const there = ownPaths(incoming.document, incoming.sources);
  if (here.size !== there.size) return false;
  for (const [path, one] of there) {
    const other = here.get(path);
    if (other?.size !== one.size || (await digestOf(other.path)) !== (await digestOf(one.path))) return false;
  }
  return true;
}

/** Everything of a base but where its documents lie. */
function settingsOf({ name = null, passages, embeddings = 'default' }: Nullable): JsonValue {
  const { size = null, overlap = null } = passages ?? {};
  if (typeof embeddings === 'string') return [name, size, overlap, embeddings];
  return [name, size, overlap, embeddings.url, embeddings.model, embeddings.secret ?? null];
}

type Nullable = Omit<KnowledgeDocument, 'name'> & { readonly name?: string | null | undefined };

/** Opens the file when its first piece is asked for: a stream that nobody reads yet can't fail unheard. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of readPieces(path)) digest.update(chunk);
  } catch (cause) {
    throw new Problem('file-not-found', { name: path }, { cause });
  }
  return digest.digest('hex');
}
