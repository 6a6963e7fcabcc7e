import { QueryClient } from '@tanstack/react-query';

/** Lists from the server: kept while they are fresh, asked again after a change. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: 1, refetchOnWindowFocus: true } },
});

/** Keys of the lists, so that a change names what it makes stale. */
export const queryKeys = {
  flows: ['flows'] as const,
  examples: (language: string) => ['examples', language] as const,
  models: ['models'] as const,
  machine: ['machine'] as const,
  modelsElsewhere: ['models-elsewhere'] as const,
  run: (runId: string) => ['run', runId] as const,
  /** A run that has ended, as its events make it. */
  runView: (runId: string) => ['run-view', runId] as const,
  versions: (flowId: string) => ['versions', flowId] as const,
  /** A version with its document, which never changes. */
  version: (flowId: string, number: number) => ['version', flowId, number] as const,
  publications: (flowId: string) => ['publications', flowId] as const,
  runs: (flowId: string) => ['runs', flowId] as const,
  sessions: (flowId: string) => ['sessions', flowId] as const,
  session: (id: string) => ['session', id] as const,
  login: ['login'] as const,
  secrets: ['secrets'] as const,
  knowledgeBases: ['knowledge-bases'] as const,
  knowledgeBase: (id: string) => ['knowledge-bases', id] as const,
};
