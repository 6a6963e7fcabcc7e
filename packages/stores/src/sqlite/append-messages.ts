import { Problem } from '@jacquard/flow';
import type { SessionAppend, Space } from '../interfaces.ts';
import type { Database } from './database.ts';

/** Checks the messages of a session, and hands back what writes them. */
export type AppendMessages = (space: Space, append: SessionAppend) => () => void;

/**
 * Prepares the append of messages to a session. A parent that the session doesn't have is refused
 * (`message-not-found`). A session that was deleted while its run went on takes nothing: the run still ends.
 */
export function createAppendMessages(database: Database): AppendMessages {
  const touch = database.prepare('update sessions set updated_at = max(updated_at, ?) where space = ? and id = ?');
  const findSession = database.prepare('select 1 from sessions where space = ? and id = ?');
  const findMessage = database.prepare('select 1 from session_messages where space = ? and session_id = ? and id = ?');
  const insert = database.prepare(
    `insert into session_messages (space, session_id, id, parent, run_id, role, name, at, content)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (space, { sessionId, messages }) => {
    if (findSession.get(space, sessionId) === undefined) return () => {};
    const own = new Set<string>();
    for (const { id, parent } of messages) {
      const isKnown =
        parent === undefined || own.has(parent) || findMessage.get(space, sessionId, parent) !== undefined;
      if (!isKnown) throw new Problem('message-not-found', { id: parent, session: sessionId });
      own.add(id);
    }
    return () => {
      for (const { id, parent, runId, role, name, at, content } of messages) {
        insert.run(space, sessionId, id, parent ?? null, runId ?? null, role, name ?? null, at, content);
        touch.run(at, space, sessionId);
      }
    };
  };
}
