import { api } from '../api/api.ts';
import { useEditor } from '../state/editor-store.ts';
import { useRun } from '../state/run-store.ts';
import { usePins } from './pins-store.ts';
import { runOfValues, type PinnableStep } from './toggle-pin.ts';
import { editValue } from './value-dialog-store.ts';

/** Opens the editor of what is pinned on a node, in full; of what it shows, when nothing is. */
export async function editPinned(node: string, step: PinnableStep | undefined): Promise<void> {
  const { flowId } = useEditor.getState();
  if (flowId === undefined) return;
  if (usePins.getState().pins.has(node)) {
    try {
      const { outputs } = await api.pin(flowId, node);
      editValue({ purpose: 'pin', node, step: node, outputs, runId: undefined });
    } catch (error) {
      useRun.setState({ problem: error });
    }
  } else if (step) {
    editValue({ purpose: 'pin', node, step: step.step, outputs: step.outputs, runId: runOfValues() });
  }
}
