import type { SessionMessage, SessionSummary } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useChat } from './chat-store.ts';
import type { RunOfPage } from './use-run-of-page.ts';

export interface ShownSession {
  readonly sessions: readonly SessionSummary[];
  /** Undefined is a new conversation, or one that is still being looked for. */
  readonly session: SessionSummary | undefined;
  readonly messages: readonly SessionMessage[];
  readonly isLoading: boolean;
  readonly problem: unknown;
}

const none: readonly SessionMessage[] = [];

/**
 * The conversation that the panel shows: the one that was chosen, else that of the run on the page, else the newest. Its
 * messages are read anew when a run of it has ended.
 */
export function useSession(flowId: string, run: RunOfPage | undefined): ShownSession {
  const list = useQuery({ queryKey: queryKeys.sessions(flowId), queryFn: () => api.sessions(flowId) });
  const chosen = useChat(({ chosen: byFlow }) => byFlow[flowId]);
  const sessions = list.data?.sessions ?? [];
  const wanted = chosen === undefined ? (run?.sessionId ?? sessions[0]?.id) : chosen;
  const session = sessions.find(({ id }) => id === wanted);
  const id = session?.id;
  const content = useQuery({
    queryKey: queryKeys.session(id ?? ''),
    queryFn: () => api.session(id ?? ''),
    enabled: id !== undefined,
  });
  useEndOfRun(flowId, run);
  return {
    sessions,
    session,
    messages: content.data?.messages ?? none,
    isLoading: list.isLoading || content.isLoading,
    problem: list.error ?? content.error ?? undefined,
  };
}

function useEndOfRun(flowId: string, run: RunOfPage | undefined): void {
  const ended = run && !run.isRunning ? run.runId : undefined;
  const sessionId = run?.sessionId;
  useEffect(() => {
    if (ended === undefined || sessionId === undefined) return;
    void queryClient.invalidateQueries({ queryKey: queryKeys.session(sessionId) });
    void queryClient.invalidateQueries({ queryKey: queryKeys.sessions(flowId) });
  }, [flowId, ended, sessionId]);
}
