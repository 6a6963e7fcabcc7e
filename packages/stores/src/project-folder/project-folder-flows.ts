import type { FlowDocument } from '@jacquard/flow';
import { countNodes } from '../count-nodes.ts';
import { createFlowWatchers } from '../flow-watchers.ts';
import { requireFlowId } from '../flow-id.ts';
import type { FlowStore, FlowSummary, Space, StoredFlow } from '../interfaces.ts';
import type { Database } from '../sqlite/database.ts';
import type { FlowHoldings } from '../sqlite/flow-holdings.ts';
import {
  createFlowFile,
  deleteFlowFile,
  isImported,
  requireFile,
  saveFlowFile,
  type FolderParts,
} from './change-flow-files.ts';
import { createFlowFiles } from './flow-files.ts';
import type { FlowFile } from './flow-file.ts';
import { createFolderRecords } from './folder-records.ts';
import { watchFlowFiles } from './watch-flow-files.ts';

/**
 * Flows as files of a folder, `ID.flow.json`. The file is the truth: its revision is the SHA-256 of its bytes, and a save or
 * deletion compares it inside a transaction of the database, which is what keeps two processes of Jacquard apart. A file
 * that Jacquard didn't write as it stands counts as imported.
 *
 * @param folder A real path.
 */
export function createProjectFolderFlows(
  database: Database,
  holdings: FlowHoldings,
  folder: string,
): FlowStore & { close(): void } {
  const records = createFolderRecords(database, folder);
  const parts: FolderParts = { database, holdings, records, files: createFlowFiles(folder) };
  const watchers = createFlowWatchers();
  const spaces = new Set<Space>();
  const watch = watchFlowFiles(
    parts.files,
    (id, revision) => records.get(id)?.revision === revision,
    (change) => {
      for (const space of spaces) watchers.tell(space, change);
    },
  );
  return {
    list: async () => [...parts.files.list()].map(([id, file]) => summarise(id, file)).sort(byTime),
    get: async (space, id) => await getFlow(parts, space, id),
    async create(space, document, { id: wanted, imported = false } = {}) {
      if (wanted !== undefined) requireFlowId(wanted);
      const { id, revision } = await createFlowFile(parts, document, { wanted, imported, expect: watch.expect });
      watchers.tell(space, { id, change: 'created', revision, outside: false });
      return await writtenFlow(parts, space, id, revision, document);
    },
    async save(space, id, document, expected, { imported } = {}) {
      const revision = await saveFlowFile(parts, id, document, { expected, imported, expect: watch.expect });
      watchers.tell(space, { id, change: 'saved', revision, outside: false });
      return await writtenFlow(parts, space, id, revision, document);
    },
    async consent(space, id, reaches) {
      requireFile(parts.files, id, '*');
      await database.write(() => holdings.consent(space, folder, id, reaches));
    },
    async delete(space, id, expected) {
      await database.write(() => {
        deleteFlowFile(parts, id, expected);
        watch.expect(id, undefined);
        records.remove(id);
        holdings.forget(space, folder, id);
      });
      watchers.tell(space, { id, change: 'deleted', outside: false });
    },
    watch(space, listener) {
      spaces.add(space);
      watch.start();
      const remove = watchers.add(space, listener);
      return () => {
        remove();
        if (watchers.isEmpty()) watch.stop();
      };
    },
    close: watch.stop,
  };
}

async function getFlow(parts: FolderParts, space: Space, id: string): Promise<StoredFlow | undefined> {
  const { database, files, holdings, records } = parts;
  const file = files.get(id);
  if (file === undefined) return undefined;
  const { record, consents } = await database.read(() => ({
    record: records.get(id),
    consents: holdings.consents(space, files.folder, id),
  }));
  const flow = { id, revision: file.revision, updatedAt: file.updatedAt, imported: isImported(record, file), consents };
  const { content } = file;
  if ('broken' in content) return { ...flow, document: files.lastGood(id), broken: content.broken };
  return { ...flow, document: content.document, reformats: content.reformats };
}

/**
 * The flow as it was just written. If somebody has written over it since, the caller still gets the revision of its own
 * document: with a later one it would take what it never saw for its own.
 */
async function writtenFlow(
  parts: FolderParts,
  space: Space,
  id: string,
  revision: string,
  document: FlowDocument,
): Promise<StoredFlow> {
  const flow = await getFlow(parts, space, id);
  if (flow?.revision === revision) return flow;
  const { updatedAt = Date.now(), imported = true, consents = [] } = flow ?? {};
  return { id, document, revision, updatedAt, imported, consents };
}

function summarise(id: string, { revision, updatedAt, content }: FlowFile): FlowSummary {
  if ('broken' in content) return { id, name: id, revision, updatedAt, nodeCount: 0, broken: true };
  const { name, description, nodes } = content.document;
  return {
    id,
    name,
    ...(description === undefined ? {} : { description }),
    revision,
    updatedAt,
    nodeCount: countNodes(nodes),
  };
}

function byTime(one: FlowSummary, other: FlowSummary): number {
  return other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1);
}
