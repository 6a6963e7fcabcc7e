import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, type KnowledgeDocument, patternFolder, readPathPatterns } from '@jacquard/flow';
import type { Space } from '../interfaces.ts';
import type { KnowledgeSource, KnowledgeStore, PutOptions, StoredKnowledge } from './knowledge-store.ts';
import type { Database } from '../sqlite/database.ts';
import {
  createKnowledgeFile,
  deleteDocument,
  deleteKnowledgeFile,
  saveKnowledgeFile,
  type KnowledgeParts,
} from './change-knowledge.ts';
import { findDocuments, type FoundDocuments } from './find-documents.ts';
import { findKnowledge, listKnowledgeIds, requireKnowledge, type KnowledgePlace } from './knowledge-place.ts';
import { createKnowledgeRecords, type KnowledgeRecords } from './knowledge-records.ts';
import { flatName, safeDocumentPath } from './safe-document-path.ts';
import { createKnowledgeWatch } from './watch-knowledge.ts';
import { writeDocument } from './write-document.ts';

const nothing: FoundDocuments = { sources: [], folders: [] };

/** Knowledge bases as files of folders, one folder a space. The files are the truth; nothing of them is kept elsewhere. */
export function createKnowledgeFolders(
  database: Database,
  placeOf: (space: Space) => KnowledgePlace,
): { readonly knowledge: KnowledgeStore; readonly close: () => void } {
  const records = new Map<string, KnowledgeRecords>();
  const partsOf = (space: Space): KnowledgeParts => {
    const place = placeOf(space);
    const kept = records.get(place.folder) ?? createKnowledgeRecords(database, place.folder);
    records.set(place.folder, kept);
    return { database, place, records: kept };
  };
  const watch = createKnowledgeWatch((space) => fingerprintsOf(placeOf(space)));
  const knowledge: KnowledgeStore = {
    async list(space) {
      const parts = partsOf(space);
      const bases = await Promise.all(listKnowledgeIds(parts.place).map((id) => findStored(parts, id)));
      return bases.filter((base) => base !== undefined);
    },
    get: async (space, id) => await findStored(partsOf(space), id),
    async create(space, document, options = {}) {
      const id = await createKnowledgeFile(partsOf(space), document, options);
      watch.tell(space, id);
      return await requireStored(partsOf(space), id);
    },
    async save(space, id, document, expected) {
      const revision = await saveKnowledgeFile(partsOf(space), id, document, expected);
      watch.tell(space, id);
      return { ...(await requireStored(partsOf(space), id)), document, revision };
    },
    async delete(space, id) {
      await deleteKnowledgeFile(partsOf(space), id);
      watch.tell(space, id);
    },
    sources: async (space, id) => (await documentsOf(placeOf(space), id)).sources,
    async put(space, id, path, bytes, about) {
      const place = placeOf(space);
      const source = await putDocument(place, id, { path, bytes, about });
      watch.tell(space, id);
      return source;
    },
    async remove(space, id, source) {
      const place = placeOf(space);
      const found = (await documentsOf(place, id)).sources.find((one) => one.source === source);
      if (found === undefined) throw new Problem('file-not-found', { name: source.slice(0, 500) });
      deleteDocument(place, found);
      watch.tell(space, id);
    },
    watch: (space, listener) => watch.add(space, listener),
  };
  return { knowledge, close: watch.close };
}

async function findStored(
  { database, place, records }: KnowledgeParts,
  id: string,
): Promise<StoredKnowledge | undefined> {
  const file = findKnowledge(place, id);
  if (file === undefined) return undefined;
  const { revision, updatedAt, content } = file;
  const imported = await database.read(() => records.isImported(id, revision));
  if ('document' in content) return { id, document: content.document, revision, updatedAt, imported };
  const document: KnowledgeDocument = { 'jacquard-knowledge': 1, name: id.slice(0, 200), sources: [] };
  return { id, document, revision, updatedAt, imported, broken: content.broken };
}

async function requireStored(parts: KnowledgeParts, id: string): Promise<StoredKnowledge> {
  const found = await findStored(parts, id);
  if (found === undefined) throw new Problem('knowledge-not-found', { id });
  return found;
}

/** In a place of Jacquard's own, what lies in another base's folder is that base's. */
function patternsOf({ isOwn }: KnowledgePlace, id: string, { sources }: KnowledgeDocument): readonly string[] {
  return isOwn ? sources.filter((pattern) => pattern.startsWith(`${id}/`)) : sources;
}

async function documentsOf(place: KnowledgePlace, id: string): Promise<FoundDocuments> {
  return findDocuments(place.folder, patternsOf(place, id, requireKnowledge(place, id).document));
}

interface NewDocument {
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly about: PutOptions;
}

async function putDocument(
  place: KnowledgePlace,
  id: string,
  { path, bytes, about }: NewDocument,
): Promise<KnowledgeSource> {
  const patterns = patternsOf(place, id, requireKnowledge(place, id).document);
  const { sources } = await findDocuments(place.folder, patterns);
  const wanted = safeDocumentPath(path);
  // What the base holds at this very path is replaced there, wherever new documents go.
  const source = sources.some((one) => one.source === wanted) ? wanted : sourceFor(patterns, wanted);
  // A name that the file system holds in another form of Unicode is the same document.
  const before = sources.find((one) => one.source === source);
  const isBeside = before !== undefined && before.path.normalize('NFC').endsWith(`/${source}`);
  const target = isBeside ? before.path.slice(place.folder.length + 1) : source;
  const findNow = async (): Promise<KnowledgeSource | undefined> =>
    (await findDocuments(place.folder, patterns)).sources.find((one) => one.source === source);
  // A file there that is no document of the base is somebody else's, or differs in capitals alone. A link is no loss.
  const isThere = lstatSync(join(place.folder, target), { throwIfNoEntry: false })?.isSymbolicLink() === false;
  if (isThere && before === undefined && (await findNow()) === undefined)
    throw new Problem('knowledge-file-unmatched', { file: wanted, patterns: [...patterns] });
  await writeDocument(place.folder, target, bytes, about);
  const written = await findNow();
  if (written === undefined) throw new Problem('file-not-found', { name: source });
  return written;
}

/** Where a new document goes: into the folder of the first pattern, flat where the patterns take no folders. */
function sourceFor(patterns: readonly string[], path: string): string {
  const folder = patternFolder(patterns[0] ?? '');
  const { matches } = readPathPatterns(patterns);
  const wanted = [path, flatName(path)].map((name) => (folder === '' ? name : `${folder}/${name}`));
  const source = wanted.find(matches);
  if (source === undefined) throw new Problem('knowledge-file-unmatched', { file: path, patterns: [...patterns] });
  return source;
}

/** What tells a changed base from an unchanged one, and the folders in which it may change. */
async function fingerprintsOf(place: KnowledgePlace) {
  const bases = new Map<string, string>();
  const folders = new Set([place.folder]);
  for (const id of listKnowledgeIds(place)) {
    const file = findKnowledge(place, id);
    if (file === undefined) continue;
    const found =
      'document' in file.content
        ? await findDocuments(place.folder, patternsOf(place, id, file.content.document))
        : nothing;
    for (const folder of found.folders) folders.add(folder);
    bases.set(id, [file.revision, ...found.sources.map(({ source, stamp }) => `${source}\0${stamp}`)].join('\n'));
  }
  return { bases, folders };
}
