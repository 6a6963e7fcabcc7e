import { searchPauseSchema, type PauseForm, type SearchPause } from '@jacquard/flow';
import { useMemo } from 'react';
import { create } from 'zustand';

interface KeptThoughts {
  readonly pause: SearchPause;
  /** The thoughts that go on, as the person has it so far. */
  readonly kept: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** What was chosen, by the form that asks: the form on the node, in the chat and the tree show the same. */
const useChoices = create<{ readonly kept: ReadonlyMap<PauseForm, ReadonlySet<string>> }>()(() => ({
  kept: new Map(),
}));

/** So many forms are remembered, the last ones. */
const most = 20;

/** Which thoughts of a paused search a person lets go on; undefined where no such form is asked. */
export function useKeptThoughts(form: PauseForm | undefined): KeptThoughts | undefined {
  const chosen = useChoices(({ kept }) => form && kept.get(form));
  return useMemo(() => {
    if (form?.kind !== 'thoughts') return undefined;
    const pause = searchPauseSchema.catch({ depth: 0, most: 1, thoughts: [] }).parse(form.value);
    const kept = chosen ?? new Set(pause.thoughts.flatMap(({ id, isKept }) => (isKept ? [id] : [])));
    const toggle = (id: string): void => {
      const next = new Set(kept);
      if (!next.delete(id)) next.add(id);
      useChoices.setState((state) => ({ kept: new Map([...state.kept].slice(-most)).set(form, next) }));
    };
    return { pause, kept, toggle };
  }, [form, chosen]);
}
