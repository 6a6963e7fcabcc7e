import { Problem } from '@jacquard/flow';
import type { SessionStore, StoredMessage, StoredSession } from '../interfaces.ts';
import type { Database } from './database.ts';

interface SessionRow {
  readonly id: string;
  readonly flow_id: string;
  readonly title: string;
  readonly caller: string | null;
  readonly updated_at: number;
}

interface MessageRow {
  readonly id: string;
  readonly parent: string | null;
  readonly run_id: string | null;
  readonly role: StoredMessage['role'];
  readonly name: string | null;
  readonly at: number;
  readonly content: string;
}

const sessionColumns = 'id, flow_id, title, caller, updated_at';
const messageColumns = 'id, parent, run_id, role, name, at, content';

/** Conversations. Their messages are written by `RunStore.append`, with the end of the run that they belong to. */
export function createSessionStore(database: Database, now: () => number): SessionStore {
  const insert = database.prepare<SessionRow>(
    `insert into sessions (space, id, flow_id, title, caller, updated_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing
     returning ${sessionColumns}`,
  );
  const rename = database.prepare('update sessions set title = ? where space = ? and id = ? returning id');
  const remove = database.prepare('delete from sessions where space = ? and id = ? returning id');
  const removeMessages = database.prepare('delete from session_messages where space = ? and session_id = ?');
  return {
    ...createReads(database),
    create: async (space, { id, flowId, title, caller }) =>
      await database.write(() => {
        const row = insert.get(space, id, flowId, title, caller ?? null, now());
        if (row === undefined) throw new Problem('session-exists', { id }, { kind: 'bug' });
        return sessionFromRow(row);
      }),
    async rename(space, id, title) {
      await database.write(() => {
        if (rename.get(title, space, id) === undefined) throw new Problem('session-not-found', { id });
      });
    },
    async delete(space, id) {
      await database.write(() => {
        if (remove.get(space, id) === undefined) throw new Problem('session-not-found', { id });
        removeMessages.run(space, id);
      });
    },
  };
}

function createReads(database: Database): Pick<SessionStore, 'list' | 'get' | 'messages' | 'path'> {
  const list = database.prepare<SessionRow>(
    `select ${sessionColumns} from sessions where space = ? and flow_id = ? order by updated_at desc, id`,
  );
  const find = database.prepare<SessionRow>(`select ${sessionColumns} from sessions where space = ? and id = ?`);
  const messages = database.prepare<MessageRow>(
    `select ${messageColumns} from session_messages where space = ? and session_id = ? order by number`,
  );
  const path = database.prepare<MessageRow>(
    `with recursive path as (
       select *, 0 as steps from session_messages where space = ?1 and session_id = ?2 and id = ?3
       union all
       select m.*, path.steps + 1 from session_messages m
       join path on m.space = ?1 and m.session_id = ?2 and m.id = path.parent
     )
     select ${messageColumns} from path order by steps desc`,
  );
  return {
    list: async (space, flowId) => await database.read(() => list.all(space, flowId).map(sessionFromRow)),
    get: async (space, id) =>
      await database.read(() => {
        const row = find.get(space, id);
        return row === undefined ? undefined : sessionFromRow(row);
      }),
    messages: async (space, id) => await database.read(() => messages.all(space, id).map(messageFromRow)),
    async path(space, id, messageId) {
      if (messageId === undefined) return [];
      const rows = await database.read(() => path.all(space, id, messageId));
      if (rows.length === 0) throw new Problem('message-not-found', { id: messageId, session: id });
      return rows.map(messageFromRow);
    },
  };
}

function sessionFromRow(row: SessionRow): StoredSession {
  return {
    id: row.id,
    flowId: row.flow_id,
    title: row.title,
    updatedAt: row.updated_at,
    ...(row.caller !== null && { caller: row.caller }),
  };
}

function messageFromRow(row: MessageRow): StoredMessage {
  return {
    id: row.id,
    parent: row.parent ?? undefined,
    runId: row.run_id ?? undefined,
    role: row.role,
    ...(row.name === null ? {} : { name: row.name }),
    at: row.at,
    content: row.content,
  };
}
