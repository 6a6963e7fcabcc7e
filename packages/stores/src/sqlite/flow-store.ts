import { createHash } from 'node:crypto';
import { Problem, type FlowDocument } from '@jacquard/flow';
import { freeFlowId, isFlowId, requireFlowId } from '../flow-id.ts';
import { createFlowWatchers } from '../flow-watchers.ts';
import type { FlowStore, FlowSummary, Space, StoredFlow } from '../interfaces.ts';
import { countNodes } from '../count-nodes.ts';
import type { Database } from './database.ts';
import { createDocumentCache, type DocumentCache } from './document-cache.ts';
import type { FlowHoldings } from './flow-holdings.ts';

interface FlowRow {
  readonly revision: string;
  readonly updated_at: number;
  readonly imported: number;
}

interface SummaryRow {
  readonly id: string;
  readonly revision: string;
  readonly updated_at: number;
  readonly name: string;
  readonly description: string | null;
  readonly node_count: number;
}

/** The folder of flows that are kept in the database. */
const folder = '';

/** Flows as rows of the database. */
export function createFlowStore(database: Database, holdings: FlowHoldings, now: () => number): FlowStore {
  const statements = prepareStatements(database);
  const documents = createDocumentCache();
  const watchers = createFlowWatchers();
  const put = (space: Space, id: string, document: FlowDocument, isImported: boolean): StoredFlow => {
    const text = JSON.stringify(document);
    const revision = createHash('sha256').update(text).digest('hex');
    const updatedAt = now();
    const { name, description = null } = document;
    const imported = isImported ? 1 : 0;
    statements.put.run(space, id, revision, updatedAt, imported, name, description, countNodes(document.nodes), text);
    const consents = holdings.consents(space, folder, id);
    return { id, document, revision, updatedAt, imported: isImported, consents };
  };
  return {
    list: async (space) => await database.read(() => statements.list.all(space).map(summaryFromRow)),
    get: async (space, id) =>
      await database.read(() => {
        const flow = isFlowId(id) ? readFlow(statements, documents, space, id) : undefined;
        return flow === undefined ? undefined : { ...flow, consents: holdings.consents(space, folder, id) };
      }),
    async create(space, document, { id: wanted, imported = false } = {}) {
      if (wanted !== undefined) requireFlowId(wanted);
      const flow = await database.write(() => {
        const isTaken = (id: string): boolean => statements.exists.get(space, id) !== undefined;
        if (wanted !== undefined && isTaken(wanted)) throw new Problem('flow-exists', { id: wanted });
        return put(space, wanted ?? freeFlowId(document.name, isTaken), document, imported);
      });
      watchers.tell(space, { id: flow.id, change: 'created', revision: flow.revision, outside: false });
      return flow;
    },
    async save(space, id, document, expected, { imported } = {}) {
      const flow = await database.write(() => {
        const row = requireRevision(statements, space, id, expected);
        return put(space, id, document, row.imported === 1 || imported === true);
      });
      watchers.tell(space, { id, change: 'saved', revision: flow.revision, outside: false });
      return flow;
    },
    async consent(space, id, reaches) {
      await database.write(() => {
        requireRevision(statements, space, id, '*');
        holdings.consent(space, folder, id, reaches);
      });
    },
    async delete(space, id, expected) {
      await database.write(() => {
        requireRevision(statements, space, id, expected);
        statements.remove.run(space, id);
        holdings.forget(space, folder, id);
      });
      watchers.tell(space, { id, change: 'deleted', outside: false });
    },
    watch: (space, listener) => watchers.add(space, listener),
  };
}

/** The flow's row, if it still has the revision that the caller knows. */
function requireRevision(statements: Statements, space: Space, id: string, expected: string): FlowRow {
  const row = statements.find.get(space, id);
  if (row === undefined) throw new Problem('flow-not-found', { id });
  if (expected !== '*' && row.revision !== expected) throw new Problem('flow-changed', { id });
  return row;
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: Database) {
  return {
    list: database.prepare<SummaryRow>(
      `select id, revision, updated_at, name, description, node_count from flows where space = ?
       order by updated_at desc, id`,
    ),
    find: database.prepare<FlowRow>('select revision, updated_at, imported from flows where space = ? and id = ?'),
    document: database.prepare<{ document: string }>(
      'select document from flows where space = ? and id = ? and revision = ?',
    ),
    exists: database.prepare('select 1 from flows where space = ? and id = ?'),
    put: database.prepare(
      `insert or replace into flows (space, id, revision, updated_at, imported, name, description, node_count, document)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    remove: database.prepare('delete from flows where space = ? and id = ?'),
  };
}

function summaryFromRow(row: SummaryRow): FlowSummary {
  return {
    id: row.id,
    name: row.name,
    ...(row.description === null ? {} : { description: row.description }),
    revision: row.revision,
    updatedAt: row.updated_at,
    nodeCount: row.node_count,
  };
}

/** Head and document are read one after the other. If another process saves in between, both are read again. */
function readFlow(
  statements: Statements,
  documents: DocumentCache,
  space: Space,
  id: string,
): Omit<StoredFlow, 'consents'> | undefined {
  for (;;) {
    const row = statements.find.get(space, id);
    if (row === undefined) return undefined;
    const { revision, updated_at: updatedAt, imported } = row;
    const document = documents.get(`${space}\0${id}`, revision, () => {
      const text = statements.document.get(space, id, revision)?.document;
      // Written by `put` from a typed document.
      // boundary: written by this package from a typed value
      return text === undefined ? undefined : (JSON.parse(text) as FlowDocument);
    });
    if (document !== undefined) return { id, document, revision, updatedAt, imported: imported === 1 };
  }
}
