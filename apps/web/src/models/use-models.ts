import type { ModelState } from '@jacquard/protocol';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { modelsSchema } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { onModelChanged } from '../live/socket.ts';

type Models = z.infer<typeof modelsSchema>;

let listeners = 0;
let stopListening: (() => void) | undefined;

function take(model: ModelState): void {
  queryClient.setQueryData<Models>(queryKeys.models, (known) => {
    if (!known) return known;
    const isKnown = known.models.some(({ id }) => id === model.id);
    return {
      ...known,
      models: isKnown ? known.models.map((old) => (old.id === model.id ? model : old)) : [...known.models, model],
    };
  });
  if (model.state !== 'downloading') void queryClient.invalidateQueries({ queryKey: queryKeys.models });
}

/** The local models, kept up to date while they are fetched. */
export function useModels(): UseQueryResult<Models> {
  useEffect(() => {
    if (listeners === 0) stopListening = onModelChanged(take);
    listeners += 1;
    return () => {
      listeners -= 1;
      if (listeners === 0) stopListening?.();
    };
  }, []);
  return useQuery({ queryKey: queryKeys.models, queryFn: api.models });
}

/** The model that `default` stands for; undefined while that isn't known, or when it is none of the local ones. */
export function useDefaultModel(): ModelState | undefined {
  return useModels().data?.models.find(({ isDefault }) => isDefault);
}
