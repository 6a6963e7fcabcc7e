import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { Problem, serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { freeFlowId, requireFlowId } from '../flow-id.ts';
import type { Database } from '../sqlite/database.ts';
import type { FlowHoldings } from '../sqlite/flow-holdings.ts';
import type { FlowFiles } from './flow-files.ts';
import { flowFilePath, type FlowFile } from './flow-file.ts';
import { withUnnamedFile, type UnnamedFile } from './flow-file-writer.ts';
import type { FolderRecord, FolderRecords } from './folder-records.ts';

/** What the methods of the store share. */
export interface FolderParts {
  readonly database: Database;
  readonly holdings: FlowHoldings;
  readonly files: FlowFiles;
  readonly records: FolderRecords;
}

/** A file that no process of Jacquard has written as it stands came from outside, with whatever somebody put in it. */
export function isImported(record: FolderRecord | undefined, file: FlowFile): boolean {
  return record === undefined || record.imported || record.revision !== file.revision;
}

/** The file, if it still has the revision that the caller knows. */
export function requireFile(files: FlowFiles, id: string, expected: string): FlowFile {
  const file = files.get(id);
  if (file === undefined) throw new Problem('flow-not-found', { id });
  if (expected !== '*' && file.revision !== expected) throw new Problem('flow-changed', { id });
  return file;
}

/** Tells the watch of a revision that this process writes itself. */
type Expect = (id: string, revision: string) => void;

/** Writes a new flow under the id wanted, or a free one made from its name. */
export async function createFlowFile(
  { database, files, records }: FolderParts,
  document: FlowDocument,
  options: { readonly wanted: string | undefined; readonly imported: boolean; readonly expect: Expect },
): Promise<{ readonly id: string; readonly revision: string }> {
  const { wanted, imported, expect } = options;
  const text = serialiseFlow(document);
  const revision = sha256(text);
  return await withUnnamedFile(files.folder, text, async (unnamed) => {
    let id: string | undefined;
    await recorded(
      database,
      () => {
        id ??= nameFile(unnamed, files, document.name, wanted);
        expect(id, revision);
        records.put(id, { revision, imported });
      },
      () => id !== undefined,
    );
    return { id: id ?? '', revision };
  });
}

function nameFile(unnamed: UnnamedFile, files: FlowFiles, name: string, wanted: string | undefined): string {
  const refused = new Set<string>();
  for (;;) {
    const id = wanted ?? freeFlowId(name, (one) => refused.has(one) || files.get(one) !== undefined);
    if (unnamed.create(flowFilePath(files.folder, id))) return id;
    if (wanted !== undefined) throw new Problem('flow-exists', { id });
    refused.add(id);
  }
}

/** Replaces the file of a flow. A broken file is somebody's work in the midst of a merge: only `'*'` replaces it. */
export async function saveFlowFile(
  { database, files, records }: FolderParts,
  id: string,
  document: FlowDocument,
  options: { readonly expected: string; readonly imported?: true | undefined; readonly expect: Expect },
): Promise<string> {
  const { expected, imported: isPasted, expect } = options;
  const text = serialiseFlow(document);
  const revision = sha256(text);
  requireFile(files, id, expected);
  return await withUnnamedFile(files.folder, text, async (unnamed) => {
    let imported: boolean | undefined;
    await recorded(
      database,
      () => {
        if (imported === undefined) {
          const file = requireFile(files, id, expected);
          refuseUnsavable(id, file, expected);
          const wasImported = isImported(records.get(id), file);
          unnamed.replace(file.path);
          imported = wasImported || isPasted === true;
          expect(id, revision);
        }
        records.put(id, { revision, imported });
      },
      () => imported !== undefined,
    );
    return revision;
  });
}

/**
 * Names a file and records that in one transaction. Once the file has its name the change holds, even if the database
 * can't take the record: then the flow merely asks again before its first run.
 */
async function recorded(database: Database, work: () => void, isNamed: () => boolean): Promise<void> {
  try {
    await database.write(work);
  } catch (error) {
    if (!isNamed()) throw error;
  }
}

function refuseUnsavable(id: string, { content }: FlowFile, expected: string): void {
  if (!('broken' in content)) return;
  requireFlowId(id);
  const isReadable = !unsavable.has(content.broken.code);
  if (expected !== '*' || !isReadable) throw new Problem('flow-broken', { id, file: `${id}.flow.json` });
}

/** Reasons that lie not in the file's text: there is no file of this folder's to replace. */
const unsavable = new Set(['flow-file-outside', 'flow-file-not-a-file', 'flow-file-unreadable', 'flow-file-name']);

/** Removes the file (a link, not what it leads to), inside the caller's `write`. */
export function deleteFlowFile({ files }: FolderParts, id: string, expected: string): void {
  requireFile(files, id, expected);
  requireFlowId(id);
  const path = flowFilePath(files.folder, id);
  try {
    unlinkSync(path);
  } catch (error) {
    throw fileProblem(error, path);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
