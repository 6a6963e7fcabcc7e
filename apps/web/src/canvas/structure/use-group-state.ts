import type { ViewGroup } from '@jacquard/canvas';
import { useRun } from '../../state/run-store.ts';

/** How the nodes of a group stand in the shown run: the state that needs eyes first. */
export function useGroupState({ nodes }: ViewGroup): 'running' | 'failed' | 'done' | undefined {
  return useRun(({ view }) => {
    let found: 'failed' | 'done' | undefined;
    for (const { id } of nodes) {
      const path = view?.latest.get(id);
      const step = path === undefined ? undefined : view?.steps.get(path);
      if (step?.status === 'running' || step?.status === 'waiting') return 'running';
      if (step?.status === 'failed' && !step.isHandled) found = 'failed';
      else if (step?.status === 'done') found ??= 'done';
    }
    return found;
  });
}
