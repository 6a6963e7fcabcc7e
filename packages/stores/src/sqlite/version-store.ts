import { createHash } from 'node:crypto';
import { Problem, type FlowDocument } from '@jacquard/flow';
import { countNodes } from '../count-nodes.ts';
import type { NewVersion, Space, StoredVersion, VersionReason, VersionStore } from '../interfaces.ts';
import type { Database } from './database.ts';

interface VersionRow {
  readonly number: number;
  readonly reason: VersionReason;
  readonly name: string | null;
  readonly note: string | null;
  readonly created_at: number;
  readonly node_count: number;
}

/** Versions that were made by themselves and have no name: the newest stay. Bytes of their documents. */
const limits = { versions: 50, bytes: 50_000_000 };

const head = 'number, reason, name, note, created_at, node_count';
const ofFlow = 'space = ? and folder = ? and flow_id = ?';

/** Versions of flows as rows of the database. @param folderOf The project folder of a space's flows, '' for none. */
export function createVersionStore(
  database: Database,
  folderOf: (space: Space) => string,
  now: () => number,
): VersionStore {
  const statements = prepareStatements(database);
  const flowOf = (space: Space, flowId: string): FlowKey => [space, folderOf(space), flowId];
  const requireRow = (flow: FlowKey, number: number): VersionRow => {
    const row = statements.find.get(...flow, number);
    if (row === undefined) throw new Problem('version-not-found', { id: flow[2], version: String(number) });
    return row;
  };
  return {
    list: async (space, flowId) =>
      await database.read(() => statements.list.all(...flowOf(space, flowId)).map(versionFromRow)),
    get: async (space, flowId, number) =>
      await database.read(() => {
        const row = statements.whole.get(...flowOf(space, flowId), number);
        if (row === undefined) return undefined;
        // boundary: written by `add` from a typed document
        return { ...versionFromRow(row), document: JSON.parse(row.document) as FlowDocument };
      }),
    add: async (space, flowId, version) =>
      await database.write(() => addVersion(statements, flowOf(space, flowId), version, now())),
    describe: async (space, flowId, number, words) =>
      await database.write(() => {
        const flow = flowOf(space, flowId);
        const before = requireRow(flow, number);
        const { name = before.name, note = before.note } = words;
        statements.describe.run(name, note, ...flow, number);
        return versionFromRow({ ...before, name, note });
      }),
    async delete(space, flowId, number) {
      await database.write(() => {
        const flow = flowOf(space, flowId);
        requireRow(flow, number);
        if (statements.published.get(...flow, number) !== undefined)
          throw new Problem('version-published', { id: flowId, version: String(number) });
        statements.remove.run(...flow, number);
        statements.forget.run(...flow, number);
      });
    },
  };
}

type FlowKey = readonly [space: Space, folder: string, flowId: string];
type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: Database) {
  return {
    list: database.prepare<VersionRow>(`select ${head} from flow_versions where ${ofFlow} order by number desc`),
    find: database.prepare<VersionRow>(`select ${head} from flow_versions where ${ofFlow} and number = ?`),
    whole: database.prepare<VersionRow & { document: string }>(
      `select ${head}, document from flow_versions where ${ofFlow} and number = ?`,
    ),
    newest: database.prepare<{ revision: string }>(
      `select revision from flow_versions where ${ofFlow} order by number desc limit 1`,
    ),
    count: database.prepare<{ last: number }>(
      `insert into flow_version_numbers (space, folder, flow_id, last) values (?, ?, ?, 1)
       on conflict do update set last = last + 1 returning last`,
    ),
    put: database.prepare(
      `insert into flow_versions
       (space, folder, flow_id, number, reason, name, note, created_at, node_count, revision, size, document)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    describe: database.prepare(`update flow_versions set name = ?, note = ? where ${ofFlow} and number = ?`),
    remove: database.prepare(`delete from flow_versions where ${ofFlow} and number = ?`),
    published: database.prepare(`select 1 from flow_publications where ${ofFlow} and number = ? and rank is not null`),
    forget: database.prepare(`delete from flow_publications where ${ofFlow} and number = ?`),
    automatic: database.prepare<{ number: number; size: number }>(
      `select number, size from flow_versions v where ${ofFlow} and reason <> 'saved' and name is null
       and not exists (select 1 from flow_publications p where p.space = v.space and p.folder = v.folder
         and p.flow_id = v.flow_id and p.number = v.number and p.rank is not null)
       order by number desc`,
    ),
  };
}

function addVersion(statements: Statements, flow: FlowKey, version: NewVersion, at: number): StoredVersion | undefined {
  const { document, reason, name = null, note = null } = version;
  const text = JSON.stringify(document);
  const revision = createHash('sha256').update(text).digest('hex');
  if (reason !== 'saved' && statements.newest.get(...flow)?.revision === revision) return undefined;
  const number = statements.count.get(...flow)?.last ?? 1;
  const nodeCount = countNodes(document.nodes);
  statements.put.run(...flow, number, reason, name, note, at, nodeCount, revision, Buffer.byteLength(text), text);
  let bytes = 0;
  statements.automatic.all(...flow).forEach((old, index) => {
    bytes += old.size;
    const isTooMuch = index >= limits.versions || bytes > limits.bytes;
    if (isTooMuch && old.number !== number) statements.remove.run(...flow, old.number);
  });
  return versionFromRow({ number, reason, name, note, created_at: at, node_count: nodeCount });
}

function versionFromRow(row: VersionRow): StoredVersion {
  return {
    number: row.number,
    reason: row.reason,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.note === null ? {} : { note: row.note }),
    createdAt: row.created_at,
    nodeCount: row.node_count,
  };
}
