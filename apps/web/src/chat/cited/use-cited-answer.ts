import type { FlowPort } from '@jacquard/flow';
import { applyRunEvents, type RunView } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { useShallow } from 'zustand/react/shallow';
import { api } from '../../api/api.ts';
import { queryKeys } from '../../api/queries.ts';
import { useEditor } from '../../state/editor-store.ts';
import { useRun } from '../../state/run-store.ts';
import { citedAnswerOf, type ShownCitedAnswer } from './cited-answer-of.ts';
import { citedPort } from './cited-port.ts';

/**
 * The cited answer that a run gave or is giving; undefined where it gave none. The run on the page is followed as it goes,
 * an earlier one is read once.
 */
export function useCitedAnswer(
  runId: string | undefined,
  port: Pick<FlowPort, 'id' | 'port'> | undefined,
): ShownCitedAnswer | undefined {
  const descriptors = useEditor((state) => state.descriptors);
  const document = useEditor(({ history }) => history?.document);
  const isOnPage = useRun(({ view }) => view !== undefined && view.runId === runId);
  const live = useRun(
    useShallow(({ view }) => {
      const followed = port && view?.runId === runId ? view : undefined;
      const cited = followed && port && citedPort(followed.flow, port, descriptors);
      const path = cited && followed?.latest.get(cited.node);
      const step = path === undefined ? undefined : followed?.steps.get(path);
      return { view: followed, step };
    }),
  );
  const mayCite = port !== undefined && citedPort(document, port, descriptors) !== undefined;
  const past = useQuery({
    queryKey: queryKeys.runView(runId ?? ''),
    queryFn: () => readRun(runId ?? ''),
    enabled: runId !== undefined && !isOnPage && mayCite,
    staleTime: Infinity,
  });
  const view = live.view ?? past.data ?? undefined;
  return port && citedAnswerOf(view, citedPort(view?.flow, port, descriptors));
}

async function readRun(runId: string): Promise<RunView | null> {
  const { events } = await api.runEvents(runId);
  return applyRunEvents(undefined, events) ?? null;
}
