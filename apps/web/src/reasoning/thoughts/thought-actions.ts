import type { StepView, Thought, Thoughts } from '@jacquard/protocol';
import { useMemo } from 'react';
import { useKeptThoughts } from '../../pause/kept-thoughts.ts';

/** What a person may do with the thoughts of a search that waits. */
export interface ThoughtActions {
  /** The path of the step that waits. */
  readonly path: string;
  /** Whether a thought goes on; undefined for one that isn't asked about. */
  readonly isKept: (id: string) => boolean | undefined;
  readonly toggle: (id: string) => void;
}

/** The actions on thoughts, while a search asks a person about them. */
export function useThoughtActions({ status, pause, step }: StepView): ThoughtActions | undefined {
  const asked = useKeptThoughts(status === 'paused' ? pause?.form : undefined);
  return useMemo(() => {
    if (!asked) return undefined;
    const ids = new Set(asked.pause.thoughts.map(({ id }) => id));
    return { path: step, isKept: (id) => (ids.has(id) ? asked.kept.has(id) : undefined), toggle: asked.toggle };
  }, [asked, step]);
}

/** The thoughts as they would stand by a person's choice. */
export function withChoice(thoughts: Thoughts, actions: ThoughtActions | undefined): Thoughts {
  if (!actions) return thoughts;
  const list = thoughts.list.map((thought): Thought => {
    const isKept = actions.isKept(thought.id);
    if (isKept === undefined || isKept === (thought.state === 'kept')) return thought;
    return isKept
      ? { ...thought, state: 'kept', prunedBy: undefined }
      : { ...thought, state: 'pruned', prunedBy: 'person', isOnPath: false };
  });
  return { ...thoughts, list, byId: new Map(list.map((thought) => [thought.id, thought])) };
}
