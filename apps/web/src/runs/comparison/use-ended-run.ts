import { applyRunEvents, type RunView } from '@jacquard/protocol';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { queryKeys } from '../../api/queries.ts';

/** Events that are applied between two breaths of the page. */
const eventsAtOnce = 500;

/** A run as its events make it: read once for all who look at it, and kept for a minute. */
export const endedRun = (runId: string) =>
  queryOptions({
    queryKey: [...queryKeys.runView(runId), 'whole'],
    queryFn: () => readRun(runId),
    staleTime: 60_000,
    gcTime: 60_000,
  });

/** See {@link endedRun}. */
export function useEndedRun(runId: string): UseQueryResult<RunView> {
  return useQuery(endedRun(runId));
}

async function readRun(runId: string): Promise<RunView> {
  const { events } = await api.runEvents(runId);
  let view: RunView | undefined;
  for (let at = 0; at < events.length; at += eventsAtOnce) {
    view = applyRunEvents(view, events.slice(at, at + eventsAtOnce));
    await new Promise((resume) => setTimeout(resume, 0));
  }
  if (!view) throw new Error('a run without events');
  return view;
}
