import { enginesSchema, type EngineItem, type Engines } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { request, requestJson } from '../api/request.ts';
import { queryClient, queryKeys } from '../api/queries.ts';

const queryKey = ['engines'] as const;

/** How often the state is asked: while something goes on, and else, in milliseconds. */
const [soon, late] = [700, 30_000];

/** What models run on, kept up to date while the page is looked at. */
export function useEngines(): Engines | undefined {
  return useQuery({
    queryKey,
    queryFn: () => requestJson(enginesSchema, '/engines'),
    refetchInterval: ({ state: { data } }) => (data && goesOn(data) ? soon : late),
  }).data;
}

function goesOn({ engines }: Engines): boolean {
  return engines.some(({ state }) => state === 'fetching' || state === 'trying');
}

/** Each asks the server, and then what came of it. */
export const engineApi = {
  install: (engine: EngineItem['name']) => thenLook(request('/engines/install', { method: 'POST', json: { engine } })),
  cancel: () => thenLook(request('/engines/cancel', { method: 'POST', json: {} })),
  use: (engine: Engines['using']) => thenLook(request('/engines', { method: 'PUT', json: { engine } })),
  remove: (engine: EngineItem['name']) => thenLook(request(`/engines/${engine}`, { method: 'DELETE' })),
};

async function thenLook(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } finally {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey }),
      queryClient.invalidateQueries({ queryKey: queryKeys.machine }),
    ]);
  }
}
