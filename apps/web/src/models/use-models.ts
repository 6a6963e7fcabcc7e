import { flowReach } from '@jacquard/flow';
import type { modelsSchema, ModelState } from '@jacquard/protocol';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { z } from 'zod';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { onConnection, onModelChanged } from '../live/socket.ts';
import { useEditor } from '../state/editor-store.ts';
import { knownFlows } from '../state/known-flows.ts';
import { isModelNeeded } from './is-model-needed.ts';

type Models = z.infer<typeof modelsSchema>;

let users = 0;
let stopListening = (): void => undefined;

function listen(): () => void {
  const ends = [
    onModelChanged(takeChange),
    onConnection((isConnected) => isConnected && void queryClient.invalidateQueries({ queryKey: queryKeys.models })),
  ];
  return () => ends.forEach((end) => end());
}

function takeChange(model: ModelState): void {
  const list = queryClient.getQueryData<Models>(queryKeys.models);
  const isNew = list?.models.every(({ id }) => id !== model.id);
  queryClient.setQueryData<Models>(
    queryKeys.models,
    (known) => known && { ...known, models: known.models.map((old) => (old.id === model.id ? model : old)) },
  );
  if (isNew || model.state !== 'downloading') void queryClient.invalidateQueries({ queryKey: queryKeys.models });
}

/** The local models, kept up to date while they are fetched. */
export function useModels(): UseQueryResult<Models> {
  useEffect(() => {
    if (users === 0) stopListening = listen();
    users += 1;
    return () => {
      users -= 1;
      if (users === 0) stopListening();
    };
  }, []);
  return useQuery({ queryKey: queryKeys.models, queryFn: api.models });
}

/** A local model that isn't on this machine yet. */
export interface MissingModel {
  readonly model: ModelState;
  /** A step can't do without it. */
  readonly isNeeded: boolean;
}

/** The first local model that the open flow names and that isn't on this machine yet; one that a step needs before others. */
export function useMissingModel(): MissingModel | undefined {
  const { data } = useModels();
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const named = useMemo(() => {
    const reaches = document ? flowReach(document, descriptors, { flow: knownFlows.documentOf }) : [];
    return reaches.flatMap(({ kind, name, nodes }) =>
      document && kind === 'model' ? [{ name, isNeeded: isModelNeeded(document, descriptors, nodes) }] : [],
    );
  }, [document, descriptors]);
  const missing = named.flatMap(({ name, isNeeded }) => {
    const model = data?.models.find(({ id, isDefault }) => id === name || (isDefault && name === 'default'));
    return model && model.state !== 'installed' ? [{ model, isNeeded }] : [];
  });
  return missing.find(({ isNeeded }) => isNeeded) ?? missing[0];
}

/** Begins to fetch a model; how it goes comes over the websocket. */
export async function fetchModel(id: string): Promise<void> {
  try {
    await api.installModel(id);
  } finally {
    await queryClient.invalidateQueries({ queryKey: queryKeys.models });
  }
}
