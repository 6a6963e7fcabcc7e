import type { NewWebhook, StoredWebhook, WebhookState, WebhookStore } from '../calls/webhook-store.ts';
import type { Space } from '../interfaces.ts';
import type { Database } from './database.ts';

interface WebhookRow {
  readonly run_id: string;
  readonly url: string;
  readonly secret: string | null;
  readonly state: WebhookState;
  readonly attempts: number;
  readonly next_at: number;
  readonly status: number | null;
  readonly problem: string | null;
}

const columns = 'run_id, url, secret, state, attempts, next_at, status, problem';

/** Writes a run's webhook in the caller's transaction. */
export type InsertWebhook = (space: Space, runId: string, webhook: NewWebhook) => void;

/** Prepares the insert that belongs to a run's row. */
export function createInsertWebhook(database: Database): InsertWebhook {
  const insert = database.prepare(
    `insert into webhooks (space, run_id, url, secret, state, attempts, next_at) values (?, ?, ?, ?, 'open', 0, 0)`,
  );
  return (space, runId, { url, secret }) => insert.run(space, runId, url, secret ?? null);
}

/** Where the ends of runs are told. */
export function createWebhookStore(database: Database): WebhookStore {
  const find = database.prepare<WebhookRow>(`select ${columns} from webhooks where space = ? and run_id = ?`);
  const take = database.prepare<WebhookRow>(
    `update webhooks set next_at = ?3 where state = 'open' and space = ?1 and run_id in (
       select w.run_id from webhooks w join runs r on r.space = w.space and r.id = w.run_id
       where w.space = ?1 and w.state = 'open' and w.next_at <= ?2 and r.status not in ('running', 'paused')
       order by w.next_at limit ?4)
     returning ${columns}`,
  );
  const note = database.prepare(
    `update webhooks set state = ?, next_at = ?, status = ?, problem = ?, attempts = attempts + 1
     where space = ? and run_id = ? and state = 'open'`,
  );
  return {
    get: async (space, runId) =>
      await database.read(() => {
        const row = find.get(space, runId);
        return row === undefined ? undefined : webhookFromRow(row);
      }),
    take: async (space, now, until, limit) =>
      await database.write(() => take.all(space, now, until, limit).map(webhookFromRow)),
    async note(space, runId, { state, nextAt, status, problem }) {
      await database.write(() => note.run(state, nextAt, status ?? null, problem ?? null, space, runId));
    },
  };
}

function webhookFromRow(row: WebhookRow): StoredWebhook {
  const { run_id: runId, url, secret, state, attempts, next_at: nextAt, status, problem } = row;
  return {
    runId,
    url,
    state,
    attempts,
    nextAt,
    ...(secret !== null && { secret }),
    ...(status !== null && { status }),
    ...(problem !== null && { problem }),
  };
}
