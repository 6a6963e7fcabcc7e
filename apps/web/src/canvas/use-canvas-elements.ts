import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { editNote, inOrder, moveHidden, moveNodes, type CanvasView, type Command } from '@jacquard/canvas';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { changeFlow, select, shownDocument, useEditor } from '../state/editor-store.ts';
import { canvasElements, noteElementId, type CanvasElement } from './canvas-elements.ts';
import { dragGesture } from './drag-gesture.ts';
import { canvasView, useCanvasView } from './structure/canvas-view.ts';
import { fitAround } from './structure/fit-around.ts';
import { keepInside } from './structure/inside-scope.ts';
import { moveMembers } from './structure/move-members.ts';

const noNotes = {};

type Changes = readonly NodeChange<CanvasElement>[];

interface CanvasElements {
  readonly elements: CanvasElement[];
  readonly change: (changes: NodeChange<CanvasElement>[]) => void;
}

/**
 * The canvas's elements. The document says where they are; what React Flow measures and where a drag is at the moment
 * is kept here, until the drag ends and becomes one step of undo.
 */
export function useCanvasElements(): CanvasElements {
  const view = useCanvasView();
  const notes = useEditor((state) => shownDocument(state)?.layout?.notes ?? noNotes);
  const selection = useEditor((state) => state.selection);
  const [drawn, setDrawn] = useState<CanvasElement[]>([]);
  const [basis, setBasis] = useState<readonly unknown[]>([]);
  const selected = useMemo(() => new Set([...selection.nodes, ...selection.notes.map(noteElementId)]), [selection]);
  const next = [view, notes, selected];
  if (next.some((part, index) => part !== basis[index])) {
    setBasis(next);
    setDrawn(canvasElements(view, notes, drawn, selected));
  }
  const current = useRef(drawn);
  useEffect(() => {
    current.current = drawn;
  }, [drawn]);
  const change = useCallback((changes: NodeChange<CanvasElement>[]) => {
    const asked = keepInside(
      moveMembers(
        changes.filter(({ type }) => type !== 'select' && type !== 'remove'),
        current.current,
      ),
      current.current,
    );
    if (asked.length > 0) {
      setDrawn((elements) => {
        const changed = withoutEstimates(applyNodeChanges([...asked], elements), asked);
        current.current = fitAround(changed, canvasView());
        return current.current;
      });
    }
    takeSelection(changes);
    const moved = asked.filter((one) => one.type === 'position' && one.dragging === false);
    if (moved.length > 0) saveMoves(moved);
  }, []);
  return { elements: drawn, change };
}

/** What has been measured needs its estimate no more: React Flow knows where its ports are. */
function withoutEstimates(elements: readonly CanvasElement[], changes: Changes): CanvasElement[] {
  const measured = new Set(changes.flatMap((one) => (one.type === 'dimensions' ? [one.id] : [])));
  return elements.map((element) => {
    if (element.handles === undefined || !measured.has(element.id)) return element;
    const { handles: _estimated, ...drawn } = element;
    return drawn;
  });
}

function takeSelection(changes: Changes): void {
  const selections = changes.filter((one) => one.type === 'select');
  if (selections.length === 0) return;
  const { selection } = useEditor.getState();
  const ids = new Set([...selection.nodes, ...selection.notes.map(noteElementId)]);
  const members = membersOf(canvasView());
  for (const { id, selected } of selections) {
    for (const one of members.get(id) ?? [id]) {
      if (selected) ids.add(one);
      else ids.delete(one);
    }
  }
  const all = [...ids];
  select({
    nodes: all.filter((id) => !id.startsWith('note:')),
    notes: all.filter((id) => id.startsWith('note:')).map((id) => id.slice('note:'.length)),
    wires: selection.wires,
  });
}

/** A folded group is selected by its nodes. */
function membersOf({ groups }: CanvasView): ReadonlyMap<string, readonly string[]> {
  return new Map(groups.map(({ id, nodes }) => [`group:${id}`, nodes.map((node) => node.id)]));
}

function saveMoves(moves: Changes): void {
  const commands: Command[] = [];
  const groups = new Map(canvasView().groups.map((group) => [`group:${group.id}`, group]));
  for (const move of moves) {
    if (move.type !== 'position' || !move.position) continue;
    const group = groups.get(move.id);
    if (group) commands.push(moveNodes(moveHidden(group, move.position)));
    else if (move.id.startsWith('note:')) {
      commands.push(editNote(move.id.slice('note:'.length), { position: move.position }));
    } else commands.push(moveNodes({ [move.id]: move.position }));
  }
  changeFlow(inOrder(...commands), dragGesture());
}
