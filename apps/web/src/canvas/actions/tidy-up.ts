import {
  editNote,
  inOrder,
  layoutFlow,
  moveNodes,
  resizeNode,
  scopeOrigin,
  type Box,
  type CanvasView,
  type Command,
  type LayoutOptions,
  type NodeSizes,
  type TidyLayout,
} from '@jacquard/canvas';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { canvasView } from '../structure/canvas-view.ts';

/**
 * Lays out anew what is in sight, or the selected nodes when there are several; one step of undo. The work is done beside
 * the page, by code that loads when first used.
 */
export async function tidyUp(sizes: NodeSizes): Promise<void> {
  const { history, selection } = useEditor.getState();
  const view = canvasView();
  const { createElk } = await import('./create-elk.ts');
  const elk = createElk();
  const only = selection.nodes.length > 1 ? new Set(selection.nodes) : undefined;
  const layout = await layoutFlow(elk, view, sizes, { only, ...placesFor(view) }).finally(() => elk.terminateWorker());
  if (useEditor.getState().history?.document !== history?.document) return;
  const frames = Object.entries(layout.sizes).map(([id, size]) => resizeNode(id, size));
  changeFlow(inOrder(moveNodes(layout.positions), ...frames, ...(only || view.stage ? [] : notesBelow(layout, sizes))));
}

function placesFor({ stage }: CanvasView): LayoutOptions {
  return stage ? { origin: scopeOrigin } : { obstacles: noteBoxes() };
}

function noteBoxes(): Box[] {
  const notes = useEditor.getState().history?.document.layout?.notes ?? {};
  return Object.values(notes).map(({ x, y, width = 240, height = 160 }) => ({ x, y, width, height }));
}

const gap = 24;

/** Notes stand in rows below a flow that was laid out anew, so that they cover nothing. */
function notesBelow({ positions, sizes: frames }: TidyLayout, sizes: NodeSizes): Command[] {
  const { history, derived } = useEditor.getState();
  const tops = derived?.canvas.nodes.filter(({ id, parent }) => parent === undefined && positions[id]) ?? [];
  const right = Math.max(0, ...tops.map(({ id }) => (positions[id]?.x ?? 0) + (sizes.get(id)?.width ?? 260)));
  const heightOf = (id: string): number => frames[id]?.height ?? sizes.get(id)?.height ?? 180;
  const left = Math.min(40, ...tops.map(({ id }) => positions[id]?.x ?? 0));
  let x = left;
  let y = Math.max(0, ...tops.map(({ id }) => (positions[id]?.y ?? 0) + heightOf(id))) + 2 * gap;
  let rowHeight = 0;
  return Object.entries(history?.document.layout?.notes ?? {}).map(([id, { width = 240, height = 160 }]) => {
    if (x > left && x + width > right) {
      x = left;
      y += rowHeight + gap;
      rowHeight = 0;
    }
    const place = editNote(id, { position: { x, y } });
    x += width + gap;
    rowHeight = Math.max(rowHeight, height);
    return place;
  });
}
