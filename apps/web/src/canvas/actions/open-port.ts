import { handleId } from '@jacquard/canvas';
import { useRun } from '../../state/run-store.ts';
import { shownStep } from '../../state/shown-turns.ts';
import { showPortValue } from '../../state/panel-store.ts';
import { askForNode } from '../add/add-store.ts';

/** A click on a port: its value in full, if there is one; else what fits there, beside it. */
export function openPort(node: string, port: string, side: 'in' | 'out'): void {
  const { view } = useRun.getState();
  const step = shownStep(view, node);
  const values = side === 'in' ? step?.inputs : step?.outputs;
  if (values?.[port] !== undefined || view?.inputs[node] !== undefined) {
    showPortValue(node, port, side);
    return;
  }
  const handle = handleId(side, port);
  const box = document
    .querySelector(`[data-nodeid="${CSS.escape(node)}"][data-handleid="${CSS.escape(handle)}"]`)
    ?.getBoundingClientRect();
  askForNode({ loose: { node, handle }, ...(box && { at: { x: box.right, y: box.top } }) });
}
