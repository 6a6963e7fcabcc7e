import { handleId } from '@jacquard/canvas';
import { useRun } from '../../state/run-store.ts';
import { showPortValue } from '../../state/panel-store.ts';
import { useAdding } from '../add/add-store.ts';

/** A click on a port: its value in full, if there is one; else what fits there. */
export function openPort(node: string, port: string, side: 'in' | 'out'): void {
  const { view } = useRun.getState();
  const path = view?.latest.get(node);
  const step = path === undefined ? undefined : view?.steps.get(path);
  const values = side === 'in' ? step?.inputs : step?.outputs;
  if (values?.[port] !== undefined || view?.inputs[node] !== undefined) {
    showPortValue(node, port, side);
    return;
  }
  useAdding.setState({ asked: { loose: { node, handle: handleId(side, port) } } });
}
