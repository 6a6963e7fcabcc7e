import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { jsonEquals, Problem, type KnowledgeDocument } from '@jacquard/flow';
import { patternFolder, type KnowledgeSource, type KnowledgeStore, type Space } from '@jacquard/stores';
import { largestFile } from '../project-files.ts';

/** A base that comes with a flow: its settings, and its documents where they lie now. */
export interface IncomingKnowledge {
  readonly id: string;
  readonly document: KnowledgeDocument;
  readonly sources: readonly KnowledgeSource[];
}

/**
 * Takes in a base that comes with a flow, and returns the id that it has here. One of the same id and content is taken as it is;
 * a different one is left alone, and the new base gets another id. `isNew`: it was made, and is to be built.
 */
export async function adoptKnowledge(
  { store, space }: { readonly store: KnowledgeStore; readonly space: Space },
  incoming: IncomingKnowledge,
  imported: boolean,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  if (await isHere(store, space, incoming)) return { id: incoming.id, isNew: false };
  const document = { ...incoming.document, sources: [] };
  const { id } = await store.create(space, document, { like: incoming.id, imported });
  try {
    for (const [path, { path: from, modified }] of byOwnPath(incoming))
      await store.put(space, id, path, readPieces(from), { maxBytes: largestFile, modified });
  } catch (error) {
    await store.delete(space, id).catch(() => undefined);
    throw error;
  }
  return { id, isNew: true };
}

async function isHere(store: KnowledgeStore, space: Space, incoming: IncomingKnowledge): Promise<boolean> {
  const { id } = incoming;
  const base = await store.get(space, id);
  if (base === undefined || base.broken !== undefined) return false;
  const { document } = base;
  if (!jsonEquals(settingsOf(document), settingsOf(incoming.document))) return false;
  const here = byOwnPath({ id, document, sources: await store.sources(space, id) });
  const there = byOwnPath(incoming);
  if (here.size !== there.size) return false;
  for (const [path, one] of there) {
    const other = here.get(path);
    if (other?.size !== one.size || (await digestOf(other.path)) !== (await digestOf(one.path))) return false;
  }
  return true;
}

/** Everything of a base but where its documents lie. */
function settingsOf({ name, passages, embeddings = 'default' }: KnowledgeDocument) {
  return JSON.parse(JSON.stringify({ name, passages, embeddings }));
}

/** The documents by their path below the folder that all of the base's patterns share. */
function byOwnPath({ document, sources }: IncomingKnowledge): ReadonlyMap<string, KnowledgeSource> {
  const folders = document.sources.map((pattern) => patternFolder(pattern).split('/'));
  const [first = []] = folders;
  const unequal = first.findIndex((name, index) => folders.some((folder) => folder[index] !== name));
  const shared = (unequal < 0 ? first : first.slice(0, unequal)).filter((name) => name !== '');
  const length = shared.length === 0 ? 0 : shared.join('/').length + 1;
  return new Map(sources.map((source) => [source.source.slice(length), source]));
}

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
