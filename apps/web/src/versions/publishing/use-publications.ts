import type { Publication, PublicationList } from '@jacquard/protocol';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { publishRequests } from './publish-requests.ts';

/** The published versions of a flow and its labels. */
export function usePublications(flowId: string): UseQueryResult<PublicationList> {
  return useQuery({ queryKey: queryKeys.publications(flowId), queryFn: () => publishRequests.list(flowId) });
}

/** What is published of a version; undefined when it isn't. */
export function usePublication(flowId: string, number: number): Publication | undefined {
  return usePublications(flowId).data?.publications.find((one) => one.number === number);
}

/** After something was published, withdrawn or labelled. */
export async function refreshPublications(flowId: string): Promise<void> {
  await Promise.all(
    [queryKeys.publications(flowId), queryKeys.versions(flowId)].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
