import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { Problem, serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { freeFlowId, requireFlowId } from '../flow-id.ts';
import type { Database } from '../sqlite/database.ts';
import type { FlowHoldings } from '../sqlite/flow-holdings.ts';
import type { FlowFiles } from './flow-files.ts';
import { flowFilePath, type FlowFile } from './flow-file.ts';
import { createFile, replaceFile } from './flow-file-writer.ts';
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

type Expect = (id: string, revision: string) => void;

/** Writes a new flow under the id wanted, or a free one made from its name. */
export async function createFlowFile(
  { database, files, records }: FolderParts,
  document: FlowDocument,
  wanted: string | undefined,
  imported: boolean,
  expect: Expect,
): Promise<{ readonly id: string; readonly revision: string }> {
  const text = serialiseFlow(document);
  const revision = sha256(text);
  const refused = new Set<string>();
  return await database.write(() => {
    for (;;) {
      const id = wanted ?? freeFlowId(document.name, (one) => refused.has(one) || files.get(one) !== undefined);
      if (createFile(flowFilePath(files.folder, id), text)) {
        expect(id, revision);
        records.put(id, { revision, imported });
        return { id, revision };
      }
      if (wanted !== undefined) throw new Problem('flow-exists', { id });
      refused.add(id);
    }
  });
}

/**
 * A broken file is somebody's work in the midst of a merge: only `'*'` replaces it. Once the file is replaced, the save
 * holds, even if the database can't take its record: then the flow merely asks again before its first run.
 */
export async function saveFlowFile(
  { database, files, records }: FolderParts,
  id: string,
  document: FlowDocument,
  expected: string,
  expect: Expect,
): Promise<string> {
  const text = serialiseFlow(document);
  const revision = sha256(text);
  let wasImported: boolean | undefined;
  const work = (): void => {
    if (wasImported === undefined) {
      const file = requireFile(files, id, expected);
      refuseUnsavable(id, file, expected);
      const imported = isImported(records.get(id), file);
      replaceFile(file.path, text);
      wasImported = imported;
      expect(id, revision);
    }
    records.put(id, { revision, imported: wasImported });
  };
  try {
    await database.write(work);
  } catch (error) {
    if (wasImported === undefined) throw error;
  }
  return revision;
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
