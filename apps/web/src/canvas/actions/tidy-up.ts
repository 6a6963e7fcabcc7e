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
  changeFlow(
    inOrder(moveNodes(layout.positions), ...frames, ...(only || view.stage ? [] : notesBelow(view, layout, sizes))),
  );
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
function notesBelow(view: CanvasView, layout: TidyLayout, sizes: NodeSizes): Command[] {
  const boxes = topBoxes(view, layout, sizes);
  const right = Math.max(0, ...boxes.map((box) => box.x + box.width));
  const left = Math.min(40, ...boxes.map((box) => box.x));
  let x = left;
  let y = Math.max(0, ...boxes.map((box) => box.y + box.height)) + 2 * gap;
  let rowHeight = 0;
  const notes = useEditor.getState().history?.document.layout?.notes ?? {};
  return Object.entries(notes).map(([id, { width = 240, height = 160 }]) => {
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

/** Where everything at the top of the flow stands now, folded groups as their boxes. */
function topBoxes({ nodes, groups }: CanvasView, { positions, sizes: frames }: TidyLayout, sizes: NodeSizes): Box[] {
  const size = (id: string): { width: number; height: number } =>
    frames[id] ?? sizes.get(id) ?? { width: 252, height: 180 };
  const cards = nodes.filter(({ parent }) => parent === undefined).map(({ id }) => ({ id, first: id }));
  const folded = groups.filter(({ isCollapsed, scope }) => isCollapsed && scope === undefined);
  const boxes = folded.map((group) => ({ id: `group:${group.id}`, first: group.nodes[0]?.id ?? '' }));
  return [...cards, ...boxes].flatMap(({ id, first }) => {
    const place = positions[first];
    return place ? [{ ...place, ...size(id) }] : [];
  });
}
