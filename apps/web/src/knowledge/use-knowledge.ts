import type { KnowledgeBaseState, KnowledgeSummary } from '@jacquard/protocol';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { onConnection, onKnowledgeChanged } from '../live/socket.ts';

interface Bases {
  readonly bases: readonly KnowledgeSummary[];
}

/** How long changes of a base that is built are gathered before its files are asked for again, in milliseconds. */
const gathering = 1200;
const refreshes = new Map<string, ReturnType<typeof setTimeout>>();
let users = 0;
let stopListening = (): void => undefined;

/** All knowledge bases, kept up to date while they are built. */
export function useKnowledgeBases(): UseQueryResult<Bases> {
  useLiveKnowledge();
  return useQuery({ queryKey: queryKeys.knowledgeBases, queryFn: knowledgeApi.list });
}

/** One base with its files, kept up to date while it is built. Nothing is asked without an id. */
export function useKnowledgeBase(id: string | undefined): UseQueryResult<KnowledgeBaseState> {
  useLiveKnowledge();
  return useQuery({
    queryKey: queryKeys.knowledgeBase(id ?? ''),
    queryFn: () => knowledgeApi.get(id ?? ''),
    enabled: id !== undefined,
  });
}

function useLiveKnowledge(): void {
  useEffect(() => {
    if (users === 0) stopListening = listen();
    users += 1;
    return () => {
      users -= 1;
      if (users === 0) stopListening();
    };
  }, []);
}

function listen(): () => void {
  const ends = [
    onKnowledgeChanged(({ id, base }) => takeChange(id, base)),
    onConnection(
      (isConnected) => isConnected && void queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBases }),
    ),
  ];
  return () => ends.forEach((end) => end());
}

function takeChange(id: string, base: KnowledgeSummary | undefined): void {
  queryClient.setQueryData<Bases>(queryKeys.knowledgeBases, (known) => known && { bases: withBase(known, id, base) });
  const key = queryKeys.knowledgeBase(id);
  const before = queryClient.getQueryData<KnowledgeBaseState>(key);
  if (base && before) {
    const { revision, document, files } = before;
    queryClient.setQueryData<KnowledgeBaseState>(key, { ...base, revision, document, files });
  }
  if (base?.state !== 'building') refresh(id, true);
  else if (!refreshes.has(id)) {
    refreshes.set(
      id,
      setTimeout(() => refresh(id, false), gathering),
    );
  }
}

/** Asks for a base with its files again. While it is built a question that is on its way is waited for: changes never end. */
function refresh(id: string, cancelRefetch: boolean): void {
  clearTimeout(refreshes.get(id));
  refreshes.delete(id);
  void queryClient.invalidateQueries({ queryKey: queryKeys.knowledgeBase(id), exact: true }, { cancelRefetch });
}

function withBase({ bases }: Bases, id: string, base: KnowledgeSummary | undefined): readonly KnowledgeSummary[] {
  if (!base) return bases.filter((one) => one.id !== id);
  return bases.some((one) => one.id === id) ? bases.map((one) => (one.id === id ? base : one)) : [...bases, base];
}
