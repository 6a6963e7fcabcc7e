import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';

/** What a person calls a run of this server; undefined for one without a name, or while nobody asks. */
export function useRunName(runId: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.run(runId ?? ''),
    queryFn: () => api.run(runId ?? ''),
    enabled: runId !== undefined,
  });
  return data?.name;
}
