import { Problem, type FlowDocument } from '@jacquard/flow';
import type { Space } from '../interfaces.ts';
import {
  digestOfFrozen,
  mostLabels,
  type FrozenVersion,
  type PublicationStore,
  type StoredLabel,
  type StoredPublication,
} from '../publication-store.ts';
import type { Database } from './database.ts';

interface PublicationRow {
  readonly number: number;
  readonly digest: string;
  /** Null once it was withdrawn: what was frozen stays, should it be published again. */
  readonly rank: number | null;
  readonly published_at: number;
}

type FlowKey = readonly [space: Space, folder: string, flowId: string];
type Statements = ReturnType<typeof prepareStatements>;

const head = 'number, digest, rank, published_at';
const ofFlow = 'space = ? and folder = ? and flow_id = ?';

/** Published versions as rows beside those of the versions. @param folderOf See `createVersionStore`. */
export function createPublicationStore(
  database: Database,
  folderOf: (space: Space) => string,
  now: () => number,
): PublicationStore {
  const statements = prepareStatements(database);
  const flowOf = (space: Space, flowId: string): FlowKey => [space, folderOf(space), flowId];
  return {
    list: async (space, flowId) =>
      await database.read(() => statements.list.all(...flowOf(space, flowId)).map(publicationFromRow)),
    labels: async (space, flowId) => await database.read(() => statements.labels.all(...flowOf(space, flowId))),
    find: async (space, flowId, version) =>
      await database.read(() => findPublication(statements, flowOf(space, flowId), version)),
    digest: async (space, flowId, number) =>
      await database.read(() => statements.find.get(...flowOf(space, flowId), number)?.digest),
    read: async (space, flowId, number) =>
      await database.read(() => {
        const flow = flowOf(space, flowId);
        requirePublished(statements, flow, number);
        const row = statements.frozen.get(...flow, number);
        if (row === undefined) throw new Problem('version-not-found', { id: flowId, version: String(number) });
        // boundary: written by this package from typed documents
        return {
          document: JSON.parse(row.document) as FlowDocument,
          flows: JSON.parse(row.flows) as Record<string, FlowDocument>,
        };
      }),
    publish: async (space, flowId, number, frozen) =>
      await database.write(() => publishVersion(statements, flowOf(space, flowId), number, frozen, now())),
    withdraw: async (space, flowId, number) =>
      await database.write(() => withdrawVersion(statements, flowOf(space, flowId), number)),
    setLabel: async (space, flowId, label, number) =>
      await database.write(() => setLabel(statements, flowOf(space, flowId), label, number)),
    removeLabel: async (space, flowId, label) =>
      await database.write(() => {
        const flow = flowOf(space, flowId);
        if (statements.label.get(...flow, label) === undefined) throw labelNotFound(statements, flow, label);
        statements.removeLabel.run(...flow, label);
      }),
  };
}

function findPublication(
  statements: Statements,
  flow: FlowKey,
  version: number | string | undefined,
): StoredPublication {
  if (typeof version === 'number') return requirePublished(statements, flow, version);
  if (typeof version === 'string') {
    const label = statements.label.get(...flow, version);
    if (label === undefined) throw labelNotFound(statements, flow, version);
    return requirePublished(statements, flow, label.number);
  }
  const newest = statements.list.get(...flow);
  if (newest === undefined) throw new Problem('not-published', { id: flow[2] });
  return publicationFromRow(newest);
}

function requirePublished(statements: Statements, flow: FlowKey, number: number): StoredPublication {
  const params = { id: flow[2], version: String(number) };
  const row = statements.find.get(...flow, number);
  if (row?.rank != null) return publicationFromRow(row);
  const isKnown = statements.version.get(...flow, number) !== undefined;
  throw new Problem(isKnown ? 'version-not-published' : 'version-not-found', params);
}

function publishVersion(
  statements: Statements,
  flow: FlowKey,
  number: number,
  frozen: FrozenVersion,
  at: number,
): StoredPublication {
  if (statements.version.get(...flow, number) === undefined)
    throw new Problem('version-not-found', { id: flow[2], version: String(number) });
  const digest = digestOfFrozen(frozen);
  const rank = (statements.last.get(...flow)?.rank ?? 0) + 1;
  const row = statements.publish.get(...flow, number, digest, rank, at, ...textsOf(frozen));
  return publicationFromRow(row ?? { number, digest, rank, published_at: at });
}

function textsOf({ document, flows }: FrozenVersion): [string, string] {
  return [JSON.stringify(document), JSON.stringify(flows)];
}

function withdrawVersion(statements: Statements, flow: FlowKey, number: number): void {
  requirePublished(statements, flow, number);
  const labels = statements.labels.all(...flow).filter((label) => label.number === number);
  if (labels.length > 0) {
    throw new Problem('version-labelled', {
      id: flow[2],
      version: String(number),
      labels: labels.map(({ label }) => `@${label}`),
    });
  }
  statements.withdraw.run(...flow, number);
}

function setLabel(statements: Statements, flow: FlowKey, label: string, number: number): StoredLabel {
  requirePublished(statements, flow, number);
  const labels = statements.labels.all(...flow);
  if (labels.length >= mostLabels && !labels.some((one) => one.label === label))
    throw new Problem('too-many-labels', { id: flow[2], most: mostLabels });
  statements.setLabel.run(...flow, label, number);
  return { label, number };
}

function labelNotFound(statements: Statements, flow: FlowKey, label: string): Problem {
  const labels = statements.labels.all(...flow).map((one) => one.label);
  return new Problem('label-not-found', { id: flow[2], label: label.slice(0, 60), labels });
}

function prepareStatements(database: Database) {
  return {
    list: database.prepare<PublicationRow>(
      `select ${head} from flow_publications where ${ofFlow} and rank is not null order by rank desc`,
    ),
    last: database.prepare<{ rank: number | null }>(`select max(rank) as rank from flow_publications where ${ofFlow}`),
    find: database.prepare<PublicationRow>(`select ${head} from flow_publications where ${ofFlow} and number = ?`),
    version: database.prepare<{ revision: string }>(
      `select revision from flow_versions where ${ofFlow} and number = ?`,
    ),
    frozen: database.prepare<{ document: string; flows: string }>(
      `select document, flows from flow_publications where ${ofFlow} and number = ?`,
    ),
    publish: database.prepare<PublicationRow>(
      `insert into flow_publications (space, folder, flow_id, number, digest, rank, published_at, document, flows)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict do update set rank = excluded.rank, published_at = excluded.published_at returning ${head}`,
    ),
    withdraw: database.prepare(`update flow_publications set rank = null where ${ofFlow} and number = ?`),
    labels: database.prepare<{ label: string; number: number }>(
      `select label, number from flow_labels where ${ofFlow} order by label`,
    ),
    label: database.prepare<{ number: number }>(`select number from flow_labels where ${ofFlow} and label = ?`),
    setLabel: database.prepare(
      `insert into flow_labels (space, folder, flow_id, label, number) values (?, ?, ?, ?, ?)
       on conflict do update set number = excluded.number`,
    ),
    removeLabel: database.prepare(`delete from flow_labels where ${ofFlow} and label = ?`),
  };
}

function publicationFromRow({ number, digest, published_at: publishedAt }: PublicationRow): StoredPublication {
  return { number, publishedAt, digest };
}
