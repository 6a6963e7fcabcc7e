import type { Space } from '../interfaces.ts';
import type { Database } from './database.ts';

/** What hangs on a flow beside its document. `folder` is '' for flows of the database, else the project folder's path. */
export interface FlowHoldings {
  consents(space: Space, folder: string, flowId: string): readonly string[];
  consent(space: Space, folder: string, flowId: string, reaches: readonly string[]): void;
  /** Versions, published ones and labels, conversations, consents and files of a deleted flow go with it; a later flow of its id starts anew. */
  forget(space: Space, folder: string, flowId: string): void;
}

const tablesOfFolder = [
  'flow_consents',
  'flow_versions',
  'flow_version_numbers',
  'flow_publications',
  'flow_labels',
  'flow_tests',
] as const;

/** All run inside the caller's `read` or `write`. */
export function createFlowHoldings(database: Database): FlowHoldings {
  const list = database.prepare<{ reach: string }>(
    'select reach from flow_consents where space = ? and folder = ? and flow_id = ?',
  );
  const add = database.prepare(
    'insert into flow_consents (space, folder, flow_id, reach) values (?, ?, ?, ?) on conflict do nothing',
  );
  const results = database.prepare(
    `delete from flow_test_results where space = ?1 and folder = ?2
     and test_id in (select id from flow_tests where space = ?1 and folder = ?2 and flow_id = ?3)`,
  );
  const removalsOfFolder = tablesOfFolder.map((table) =>
    database.prepare(`delete from ${table} where space = ? and folder = ? and flow_id = ?`),
  );
  const removals = [
    `delete from session_messages where space = ?1
     and session_id in (select id from sessions where space = ?1 and flow_id = ?2)`,
    'delete from sessions where space = ? and flow_id = ?',
    `delete from file_holders where space = ? and holder_kind = 'flow' and holder_id = ?`,
  ].map((sql) => database.prepare(sql));
  return {
    consents: (space, folder, flowId) => list.all(space, folder, flowId).map(({ reach }) => reach),
    consent(space, folder, flowId, reaches) {
      for (const reach of reaches) add.run(space, folder, flowId, reach);
    },
    forget(space, folder, flowId) {
      results.run(space, folder, flowId);
      for (const removal of removalsOfFolder) removal.run(space, folder, flowId);
      for (const removal of removals) removal.run(space, flowId);
    },
  };
}
