import type { Publication, PublicationList } from '@jacquard/protocol';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { publishRequests } from './publish-requests.ts';

const publicationsQuery = (flowId: string) =>
  queryOptions({ queryKey: queryKeys.publications(flowId), queryFn: () => publishRequests.list(flowId) });

/** The published versions of a flow and its labels. */
export function usePublications(flowId: string): UseQueryResult<PublicationList> {
  return useQuery(publicationsQuery(flowId));
}

/** What is published of a version; undefined when it isn't. */
export function usePublication(flowId: string, number: number): Publication | undefined {
  const select = ({ publications }: PublicationList): Publication | undefined =>
    publications.find((one) => one.number === number);
  return useQuery({ ...publicationsQuery(flowId), select }).data;
}

/** After something was published, withdrawn or labelled. */
export async function refreshPublications(flowId: string): Promise<void> {
  await Promise.all(
    [queryKeys.publications(flowId), queryKeys.versions(flowId)].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
