import { deleteSelection, moveNodes, parseHandle, type Position } from '@jacquard/canvas';
import { useEffect } from 'react';
import { changeFlow, redoChange, select, undoChange, useEditor, wireOfId } from '../state/editor-store.ts';
import { usePanels } from '../state/panel-store.ts';
import { copySelection, cutSelection, duplicateNodes, pasteText } from './actions/clipboard.ts';
import { selectedEnd } from './add/selected-end.ts';
import { useMiddle } from './use-middle.ts';
import { askForNode } from './add/add-store.ts';

/** Deletes what is selected; wires that an inner end of a scope reads stay with their scope. */
export function deleteSelected(): void {
  const { selection } = useEditor.getState();
  const wires = selection.wires.flatMap((id) => {
    const wire = wireOfId(id);
    const end = wire && parseHandle(wire.targetHandle);
    return wire && end?.side === 'in' ? [{ from: wire.from, to: { node: wire.target, port: end.port } }] : [];
  });
  changeFlow(deleteSelection({ nodes: selection.nodes, notes: selection.notes, wires }));
  select({});
}

/** Selects every node and note. */
export function selectAll(): void {
  const { derived, history } = useEditor.getState();
  select({
    nodes: derived?.canvas.nodes.map(({ id }) => id) ?? [],
    notes: Object.keys(history?.document.layout?.notes ?? {}),
  });
}

function isTyping(event: Event): boolean {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest('[role="dialog"], [role="menu"]') !== null)
  );
}

/** The canvas's keys. They do nothing while a person types. */
export function useCanvasKeys(): void {
  const middle = useMiddle();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event) || event.defaultPrevented) return;
      const isDone = event.ctrlKey || event.metaKey ? pressWithControl(event) : pressAlone(event);
      if (isDone) event.preventDefault();
    };
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event)) return;
      if (pasteText(event.clipboardData?.getData('text/plain') ?? '', middle())) event.preventDefault();
    };
    addEventListener('keydown', press);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('paste', paste);
    };
  }, [middle]);
}

function pressWithControl(event: KeyboardEvent): boolean {
  const hasTextSelected = (getSelection()?.toString() ?? '') !== '';
  switch (event.key.toLowerCase()) {
    case 'z':
      if (event.shiftKey) redoChange();
      else undoChange();
      return true;
    case 'y':
      redoChange();
      return true;
    case 'c':
      return !hasTextSelected && copySelection();
    case 'x':
      if (!hasTextSelected) cutSelection();
      return !hasTextSelected;
    case 'd':
      duplicateNodes(useEditor.getState().selection.nodes);
      return true;
    case 'a':
      selectAll();
      return true;
    default:
      return false;
  }
}

const arrows: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function pressAlone(event: KeyboardEvent): boolean {
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      deleteSelected();
      return true;
    case '/':
      askForNode(selectedEnd());
      return true;
    case 'Escape':
      select({});
      return true;
    case 'Enter':
      if (useEditor.getState().selection.nodes.length === 1)
        usePanels.setState({ isRightOpen: true, rightTab: 'node' });
      return false;
    default:
      return moveSelected(arrows[event.key], event.shiftKey ? 20 : 4);
  }
}

function moveSelected(direction: Position | undefined, by: number): boolean {
  const { selection, derived } = useEditor.getState();
  if (!direction || selection.nodes.length === 0) return false;
  const moves = derived?.canvas.nodes
    .filter(({ id }) => selection.nodes.includes(id))
    .map(({ id, position }) => [id, { x: position.x + direction.x * by, y: position.y + direction.y * by }] as const);
  changeFlow(moveNodes(Object.fromEntries(moves ?? [])), 'arrows');
  return true;
}
