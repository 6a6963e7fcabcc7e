import { useRun } from '../../state/run-store.ts';
import { isFaultOf } from './faulty-port.ts';

/** Whether the last run of a node failed for what stands in one of its inputs. */
export function useIsFaulty(node: string, input: string): boolean {
  return useRun(({ view }) => {
    const path = view?.latest.get(node);
    const step = path === undefined ? undefined : view?.steps.get(path);
    return step?.error !== undefined && !step.isHandled && isFaultOf(step.error, input);
  });
}
