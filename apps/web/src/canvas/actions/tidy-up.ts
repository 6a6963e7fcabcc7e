import {
  editNote,
  inOrder,
  layoutFlow,
  moveNodes,
  resizeNode,
  type Command,
  type NodeSizes,
  type TidyLayout,
} from '@jacquard/canvas';
import { changeFlow, useEditor } from '../../state/editor-store.ts';

/** Lays the flow out anew, or the selected nodes when there are several; one step of undo. Its code loads when first used. */
export async function tidyUp(sizes: NodeSizes): Promise<void> {
  const { derived, selection } = useEditor.getState();
  if (!derived) return;
  const { createElk } = await import('./create-elk.ts');
  const elk = createElk();
  const only = selection.nodes.length > 1 ? new Set(selection.nodes) : undefined;
  const layout = await layoutFlow(elk, derived.canvas, sizes, only);
  elk.terminateWorker();
  const frames = Object.entries(layout.sizes).map(([id, size]) => resizeNode(id, size));
  changeFlow(inOrder(moveNodes(layout.positions), ...frames, ...(only ? [] : notesBelow(layout, sizes))));
}

/** Notes stand side by side below a flow that was laid out anew, so that they cover nothing. */
function notesBelow({ positions }: TidyLayout, sizes: NodeSizes): Command[] {
  const { history, derived } = useEditor.getState();
  const tops = derived?.canvas.nodes.filter(({ parent }) => parent === undefined) ?? [];
  const bottom = Math.max(0, ...tops.map(({ id }) => (positions[id]?.y ?? 0) + (sizes.get(id)?.height ?? 0)));
  let x = Math.min(...tops.map(({ id }) => positions[id]?.x ?? 0), 40);
  return Object.entries(history?.document.layout?.notes ?? {}).map(([id, { width = 240 }]) => {
    const place = editNote(id, { position: { x, y: bottom + 48 } });
    x += width + 24;
    return place;
  });
}
