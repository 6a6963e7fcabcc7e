import { useQuery } from '@tanstack/react-query';
import { knowledgeApi } from '../../api/knowledge-api.ts';
import { queryKeys } from '../../api/queries.ts';
import { sourceState, type SourceState } from './source-state.ts';

/** How the document of a citation stands today, in its base. A base that was deleted holds nothing any more. */
export function useSourceState(cited: {
  readonly base?: string | undefined;
  readonly source: string;
  readonly document: string;
}): SourceState {
  const { base } = cited;
  const { data, error } = useQuery({
    queryKey: queryKeys.knowledgeBase(base ?? ''),
    queryFn: () => knowledgeApi.get(base ?? ''),
    enabled: base !== undefined,
    retry: false,
  });
  const isGone = error instanceof Error && 'status' in error && error.status === 404;
  return isGone ? 'gone' : sourceState(data?.files, cited);
}
