import type { RunRequest } from '@jacquard/executor';
import { Problem } from '@jacquard/flow';
import type { Space, Stores } from '@jacquard/stores';
import type { StartRun } from './start-run.ts';

/** Throws `session-not-found` unless the session is this flow's, and its caller's. */
export async function requireSession(
  { sessions }: Pick<Stores, 'sessions'>,
  space: Space,
  { flowId, caller }: Pick<StartRun, 'flowId' | 'caller'>,
  sessionId: string,
): Promise<void> {
  const session = await sessions.get(space, sessionId);
  const isTheirs = caller === undefined || session?.caller === caller;
  if (session?.flowId !== flowId || !isTheirs) throw new Problem('session-not-found', { id: sessionId });
}

/** Where in its session a run stands: after its last message unless told. Throws `message-not-found`. */
export async function sessionPlace(
  { sessions }: Pick<Stores, 'sessions'>,
  space: Space,
  { sessionId, parentMessageId }: Pick<StartRun, 'sessionId' | 'parentMessageId'>,
): Promise<RunRequest['session']> {
  if (sessionId === undefined) return undefined;
  if (parentMessageId === null) return { sessionId, parentMessageId: undefined };
  const messages = await sessions.messages(space, sessionId);
  if (parentMessageId === undefined) return { sessionId, parentMessageId: messages.at(-1)?.id };
  if (!messages.some(({ id }) => id === parentMessageId))
    throw new Problem('message-not-found', { id: parentMessageId, session: sessionId });
  return { sessionId, parentMessageId };
}
