import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { editNote, inOrder, moveNodes, type CanvasNode, type Command } from '@jacquard/canvas';
import { useCallback, useMemo, useState } from 'react';
import { changeFlow, select, shownDocument, useEditor } from '../state/editor-store.ts';
import { canvasElements, noteElementId, type CanvasElement } from './canvas-elements.ts';

const none: readonly CanvasNode[] = [];
const noNotes = {};

interface CanvasElements {
  readonly elements: CanvasElement[];
  readonly change: (changes: NodeChange<CanvasElement>[]) => void;
}

/**
 * The canvas's elements. The document says where they are; what React Flow measures and where a drag is at the moment
 * is kept here, until the drag ends and becomes one step of undo.
 */
export function useCanvasElements(): CanvasElements {
  const nodes = useEditor(({ derived }) => derived?.canvas.nodes ?? none);
  const notes = useEditor((state) => shownDocument(state)?.layout?.notes ?? noNotes);
  const selection = useEditor((state) => state.selection);
  const [drawn, setDrawn] = useState<CanvasElement[]>([]);
  const [basis, setBasis] = useState<readonly unknown[]>([]);
  const selected = useMemo(() => new Set([...selection.nodes, ...selection.notes.map(noteElementId)]), [selection]);
  if (basis[0] !== nodes || basis[1] !== notes || basis[2] !== selected) {
    setBasis([nodes, notes, selected]);
    setDrawn(canvasElements(nodes, notes, drawn, selected));
  }
  const change = useCallback((changes: NodeChange<CanvasElement>[]) => {
    setDrawn((current) =>
      withoutEstimates(
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'select' && type !== 'remove'),
          current,
        ),
        changes,
      ),
    );
    takeSelection(changes);
    const moved = changes.filter((one) => one.type === 'position' && one.dragging === false);
    if (moved.length > 0) saveMoves(moved);
  }, []);
  return { elements: drawn, change };
}

/** What has been measured needs no estimate any more. */
function withoutEstimates(elements: CanvasElement[], changes: readonly NodeChange<CanvasElement>[]): CanvasElement[] {
  const measured = new Set(changes.flatMap((one) => (one.type === 'dimensions' ? [one.id] : [])));
  if (measured.size === 0) return elements;
  return elements.map((element) => {
    if (!measured.has(element.id) || element.handles === undefined) return element;
    const { handles: _handles, ...rest } = element;
    return rest;
  });
}

function takeSelection(changes: readonly NodeChange<CanvasElement>[]): void {
  const selections = changes.filter((one) => one.type === 'select');
  if (selections.length === 0) return;
  const { selection } = useEditor.getState();
  const ids = new Set([...selection.nodes, ...selection.notes.map(noteElementId)]);
  for (const { id, selected } of selections) {
    if (selected) ids.add(id);
    else ids.delete(id);
  }
  const all = [...ids];
  select({
    nodes: all.filter((id) => !id.startsWith('note:')),
    notes: all.filter((id) => id.startsWith('note:')).map((id) => id.slice('note:'.length)),
    wires: selection.wires,
  });
}

function saveMoves(moves: readonly NodeChange<CanvasElement>[]): void {
  const commands: Command[] = [];
  for (const move of moves) {
    if (move.type !== 'position' || !move.position) continue;
    commands.push(
      move.id.startsWith('note:')
        ? editNote(move.id.slice('note:'.length), { position: move.position })
        : moveNodes({ [move.id]: move.position }),
    );
  }
  changeFlow(inOrder(...commands));
}
