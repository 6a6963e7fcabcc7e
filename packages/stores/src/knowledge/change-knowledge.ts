import { createHash } from 'node:crypto';
import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { knowledgeIdSchema, Problem, type KnowledgeDocument } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import type { KnowledgeSource, KnowledgeStore } from './knowledge-store.ts';
import { isFileError } from '../is-file-error.ts';
import { withUnnamedFile } from '../project-folder/flow-file-writer.ts';
import type { Database } from '../sqlite/database.ts';
import { isInside } from './is-inside.ts';
import { knowledgeFilePath, type KnowledgeFile } from './knowledge-file.ts';
import { findKnowledge, freeKnowledgeId, makePlace, type KnowledgePlace } from './knowledge-place.ts';
import type { KnowledgeRecords } from './knowledge-records.ts';
import { serialiseKnowledge } from './parse-knowledge-text.ts';

/** What changes of bases need: their transactions keep two processes of Jacquard apart. */
export interface KnowledgeParts {
  readonly database: Database;
  readonly place: KnowledgePlace;
  readonly records: KnowledgeRecords;
}

/** Writes a new base under the id wanted, or a free one made of its name. Its documents lie in the folder of the id unless the document says where. */
export async function createKnowledgeFile(
  { database, place, records }: KnowledgeParts,
  document: KnowledgeDocument,
  {
    id: wanted,
    like = document.name ?? 'documents',
    imported = false,
  }: NonNullable<Parameters<KnowledgeStore['create']>[2]>,
): Promise<string> {
  if (wanted !== undefined && !knowledgeIdSchema.safeParse(wanted).success)
    throw new Problem('knowledge-name-unusable', { id: wanted.slice(0, 200) });
  makePlace(place.folder);
  const refused = new Set<string>();
  for (;;) {
    const id = wanted ?? freeKnowledgeId(place, like, refused);
    const sources = document.sources.length === 0 ? [`${id}/**`] : document.sources;
    const text = serialiseKnowledge({ ...document, sources });
    const isMade = await withUnnamedFile(place.folder, text, (file) =>
      inTurn(database, () => {
        if (!file.create(knowledgeFilePath(place.folder, id))) return false;
        records.put(id, { revision: revisionOf(text), imported });
        return true;
      }),
    );
    if (isMade) return id;
    if (wanted !== undefined) throw new Problem('knowledge-exists', { id });
    refused.add(id);
  }
}

/** Replaces a base's file if it still has the revision `expected`; a broken one is replaced by `'*'` alone. Returns the new revision. */
export async function saveKnowledgeFile(
  { database, place, records }: KnowledgeParts,
  id: string,
  document: KnowledgeDocument,
  expected: string,
): Promise<string> {
  const text = serialiseKnowledge(document);
  const revision = revisionOf(text);
  requireRevision(place, id, expected);
  await withUnnamedFile(place.folder, text, (file) =>
    inTurn(database, () => {
      const before = requireRevision(place, id, expected);
      const imported = records.isImported(id, before.revision);
      file.replace(before.path);
      records.put(id, { revision, imported });
    }),
  );
  return revision;
}

function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Removes a base, and in a place of Jacquard's own its documents. */
export async function deleteKnowledgeFile({ database, place, records }: KnowledgeParts, id: string): Promise<void> {
  if (findKnowledge(place, id) === undefined) throw new Problem('knowledge-not-found', { id: id.slice(0, 200) });
  await inTurn(database, () => {
    unlink(knowledgeFilePath(place.folder, id));
    records.remove(id);
  });
  if (!place.isOwn || !knowledgeIdSchema.safeParse(id).success) return;
  const folder = join(place.folder, id);
  await rm(folder, { recursive: true, force: true }).catch((error: unknown) => {
    throw fileProblem(error, folder);
  });
}

/** Removes a document (of a link the link), and in a place of Jacquard's own the folders that it leaves empty. */
export function deleteDocument({ folder, isOwn }: KnowledgePlace, { source, path }: KnowledgeSource): void {
  const named = findNamed(folder, source);
  if (named !== undefined) unlink(named);
  if (!isOwn) return;
  for (let above = dirname(path); isInside(folder, above); above = dirname(above)) {
    try {
      rmdirSync(above);
    } catch {
      return;
    }
  }
}

/** Where the source lies by its own name, which the file system may hold in another form of Unicode; a link isn't followed. */
function findNamed(folder: string, source: string): string | undefined {
  let here = folder;
  for (const name of source.split('/')) {
    const names = namesIn(here);
    const found = names.includes(name) ? name : names.find((one) => one.normalize('NFC') === name);
    if (found === undefined) return undefined;
    here = join(here, found);
  }
  return here;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return [];
    throw fileProblem(error, folder);
  }
}

function requireRevision(place: KnowledgePlace, id: string, expected: string): KnowledgeFile {
  const file = findKnowledge(place, id);
  if (file === undefined) throw new Problem('knowledge-not-found', { id: id.slice(0, 200) });
  if (expected !== '*' && file.revision !== expected) throw new Problem('knowledge-changed', { id });
  if (expected !== '*' && 'broken' in file.content)
    throw new Problem(file.content.broken.code, file.content.broken.params);
  return file;
}

function unlink(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw fileProblem(error, path);
  }
}

/** Does it once in a transaction. Once it is done it holds, even if the others of the transaction can't be committed. */
async function inTurn<T>(database: Database, work: () => T): Promise<T> {
  let done: { readonly value: T } | undefined;
  try {
    await database.write(() => void (done ??= { value: work() }));
  } catch (error) {
    if (done === undefined) throw error;
  }
  if (done === undefined) throw new Error('the work of a transaction was not done');
  return done.value;
}
