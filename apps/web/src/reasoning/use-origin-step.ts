import type { StepView } from '@jacquard/protocol';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { endedRun } from '../runs/comparison/use-ended-run.ts';
import { useRun } from '../state/run-store.ts';

/** So many runs, each of which took the value from one before, are gone back at most. */
const mostRuns = 8;

type Origin = Pick<StepView, 'trace' | 'attempt' | 'keptFrom'>;

/**
 * A step whose value was kept, with the insides and calls of the run that made it, which `keptFrom` is then; any other step as it is. Kept
 * steps whose run is gone, or in which the step stood elsewhere, stay without insides.
 */
export function useOriginStep(step: StepView): StepView {
  const { step: path, keptFrom, trace } = step;
  const isLooked = keptFrom !== undefined && trace.length === 0;
  const { data } = useQuery({
    queryKey: ['step-origin', keptFrom, path],
    queryFn: ({ client }) => readOrigin(client, keptFrom, path),
    enabled: isLooked,
    retry: false,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  return useMemo(() => (isLooked && data ? { ...step, ...data } : step), [isLooked, data, step]);
}

/** The run in which a step's insides and calls stand: the shown one, or the one that a kept value is from. */
export function useRunOfInsides({ keptFrom }: StepView): string | undefined {
  const shown = useRun(({ view }) => view?.runId);
  return keptFrom ?? shown;
}

async function readOrigin(client: QueryClient, runId: string | undefined, path: string): Promise<Origin | null> {
  let from = runId;
  for (let count = 0; from !== undefined && count < mostRuns; count++) {
    const step: StepView | undefined = (await client.fetchQuery(endedRun(from))).steps.get(path);
    if (step === undefined) return null;
    if (!step.kept) return { trace: step.trace, attempt: step.attempt, keptFrom: from };
    from = step.keptFrom;
  }
  return null;
}
