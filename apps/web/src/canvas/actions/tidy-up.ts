import { inOrder, layoutFlow, moveNodes, resizeNode, type NodeSizes } from '@jacquard/canvas';
import { changeFlow, useEditor } from '../../state/editor-store.ts';

/** Lays the flow out anew, or the selected nodes when there are several; one step of undo. Its code loads when first used. */
export async function tidyUp(sizes: NodeSizes): Promise<void> {
  const { derived, selection } = useEditor.getState();
  if (!derived) return;
  const { createElk } = await import('./create-elk.ts');
  const elk = createElk();
  const only = selection.nodes.length > 1 ? new Set(selection.nodes) : undefined;
  const { positions, sizes: frames } = await layoutFlow(elk, derived.canvas, sizes, only);
  elk.terminateWorker();
  changeFlow(inOrder(moveNodes(positions), ...Object.entries(frames).map(([id, size]) => resizeNode(id, size))));
}
