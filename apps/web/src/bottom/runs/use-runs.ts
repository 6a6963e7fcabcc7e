import { useDebouncedValue } from '@mantine/hooks';
import type { ListedRun, RunSummary } from '@jacquard/protocol';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '../../api/api.ts';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { useRun } from '../../state/run-store.ts';

/** What a person looks for among runs; empty for all. */
export interface RunsFilter {
  readonly text: string;
  readonly status: RunSummary['status'] | undefined;
}

export interface ShownRuns {
  readonly runs: readonly ListedRun[];
  readonly problem: unknown;
  readonly isLoading: boolean;
  /** Loads the next page; absent on the last one. */
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

const pageSize = 50;

/** The runs of a flow that fit the filter, a page at a time; asked anew when the run on the page begins and ends. */
export function useRuns(flowId: string, { text, status }: RunsFilter): ShownRuns {
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const pages = useInfiniteQuery({
    queryKey: [...queryKeys.runs(flowId), wanted, status],
    queryFn: ({ pageParam }) => api.runsPage({ flowId, text: wanted, status, before: pageParam, limit: pageSize }),
    initialPageParam: noTime,
    getNextPageParam: (page) => page.before,
    enabled: flowId !== '',
  });
  useEffect(
    () =>
      useRun.subscribe(({ view }, before) => {
        if (view?.runId === before.view?.runId && view?.status === before.view?.status) return;
        void queryClient.invalidateQueries({ queryKey: queryKeys.runs(flowId) });
      }),
    [flowId],
  );
  const runs = useMemo(() => withoutTwins(pages.data?.pages.flatMap((page) => page.runs) ?? []), [pages.data]);
  return {
    runs,
    problem: pages.error ?? undefined,
    isLoading: pages.isLoading,
    onMore: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    isLoadingMore: pages.isFetchingNextPage,
  };
}

const noTime: number | undefined = undefined;

/** A run may stand on two pages. */
function withoutTwins(runs: readonly ListedRun[]): readonly ListedRun[] {
  return [...new Map(runs.map((run) => [run.id, run])).values()];
}
