import type { FlowVersion, WholeVersion } from '@jacquard/protocol';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { queryKeys } from '../api/queries.ts';

/** The versions of a flow, newest first. */
export function useVersions(flowId: string): UseQueryResult<readonly FlowVersion[]> {
  return useQuery({
    queryKey: queryKeys.versions(flowId),
    queryFn: async (): Promise<readonly FlowVersion[]> => (await api.versions(flowId)).versions,
  });
}

/** A version with its document. */
export function useVersion(flowId: string, number: number | undefined): UseQueryResult<WholeVersion> {
  return useQuery({
    queryKey: queryKeys.version(flowId, number ?? 0),
    queryFn: () => api.version(flowId, number ?? 0),
    enabled: number !== undefined,
    staleTime: Infinity,
  });
}
