import { useEditor } from '../state/editor-store.ts';
import { pinMisfit } from './pin-misfit.ts';
import { usePins } from './pins-store.ts';

/** Whether a node's value is pinned, and can be taken; undefined when nothing is pinned, or a past state is shown. */
export function usePinState(node: string): 'pinned' | 'misfit' | undefined {
  const outputs = usePins(({ pins }) => pins.get(node)?.outputs);
  return useEditor(({ derived, peek }) => {
    if (outputs === undefined || peek) return undefined;
    const found = derived?.canvas.nodes.find(({ id }) => id === node);
    return found && pinMisfit(found, outputs) === undefined ? 'pinned' : 'misfit';
  });
}
