import type { FlowTestView } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/queries.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import { useTests } from './tests-store.ts';

/** Milliseconds between two looks while something runs. */
const interval = 400;

/** Key of a flow's tests among the lists. */
const testsKey = (flowId: string): readonly string[] => ['flow-tests', flowId];

/** The tests of a flow, and the one that is shown. Looks again while cases run. */
export function useFlowTests(flowId: string): {
  readonly tests: readonly FlowTestView[];
  readonly shown: FlowTestView | undefined;
  readonly isLoading: boolean;
  readonly problem: unknown;
} {
  const testId = useTests((state) => state.testId);
  const { data, isLoading, error } = useQuery({
    queryKey: testsKey(flowId),
    queryFn: () => flowTestsRequests.list(flowId),
    refetchInterval: ({ state }) => (state.data?.some(isRunning) === true ? interval : false),
  });
  const tests = data ?? [];
  return { tests, shown: tests.find(({ id }) => id === testId) ?? tests[0], isLoading, problem: error };
}

/** Asks again how the tests stand. */
export async function refreshTests(flowId: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: testsKey(flowId) });
}

/** Whether a case of the test is being run. */
export function isRunning({ cases }: FlowTestView): boolean {
  return cases.some(({ running }) => running);
}
