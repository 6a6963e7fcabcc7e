import { moveNodes, type Position } from '@jacquard/canvas';
import { useEffect } from 'react';
import { changeFlow, redoChange, select, undoChange, useEditor } from '../state/editor-store.ts';
import { usePanels } from '../state/panel-store.ts';
import { copySelection, cutSelection, duplicateNodes } from './actions/clipboard.ts';
import { deleteSelected, joinAround } from './actions/delete-nodes.ts';
import { pasteText } from './actions/paste-text.ts';
import { askToReplace } from './actions/replace-by-type.ts';
import { currentNode, walkNodes } from './actions/walk-nodes.ts';
import { askForNode } from './add/add-store.ts';
import { selectedEnd } from './add/selected-end.ts';
import { openNodeMenu, renameNode } from './nodes/node-ask-store.ts';
import { enterPorts } from './ports/port-walk.ts';
import { canvasView } from './structure/canvas-view.ts';
import { pressForStructure } from './structure/structure-keys.ts';
import { useNoteKeys } from './structure/use-note-keys.ts';
import { useFlowTabs } from './use-flow-tabs.ts';
import { useMiddle } from './use-middle.ts';

/** Selects every node and note in sight. */
export function selectAll(): void {
  const { nodes, groups, stage } = canvasView();
  const folded = groups.filter(({ isCollapsed }) => isCollapsed).flatMap((group) => group.nodes);
  const notes = stage ? {} : (useEditor.getState().history?.document.layout?.notes ?? {});
  select({ nodes: [...nodes, ...folded].map(({ id }) => id), notes: Object.keys(notes) });
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

/** The canvas's keys, as `canvas-shortcuts.ts` lists them. They do nothing while a person types. */
export function useCanvasKeys(): void {
  const middle = useMiddle();
  useFlowTabs();
  useNoteKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event) || event.defaultPrevented) return;
      const pressOther = event.ctrlKey || event.metaKey ? pressWithControl : pressAlone;
      const isDone = pressForStructure(event) || (!event.altKey && pressOther(event));
      if (isDone) event.preventDefault();
    };
    // Before React Flow, which would move the selected node by an arrow, whatever is held with it.
    const walk = (event: KeyboardEvent): void => {
      const isPlain = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!isPlain || isTyping(event) || !event.key.startsWith('Arrow')) return;
      walkNodes(event.key);
      event.preventDefault();
      event.stopPropagation();
    };
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event)) return;
      if (pasteText(event.clipboardData?.getData('text/plain') ?? '', middle())) event.preventDefault();
    };
    addEventListener('keydown', press);
    addEventListener('keydown', walk, true);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keydown', walk, true);
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
    case 'delete':
    case 'backspace':
      joinAround(useEditor.getState().selection.nodes);
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
    case 'w':
    case 'W':
      return onNode(enterPorts);
    case 'r':
    case 'R':
      return onNode(replaceNode);
    case 'F2':
      return onNode(renameNode);
    case 'ContextMenu':
      return onNode(openNodeMenu);
    case 'F10':
      return event.shiftKey && onNode(openNodeMenu);
    default:
      return moveSelected(arrows[event.key], event.shiftKey ? 20 : 4);
  }
}

/** Does it with the node that the keys are about. */
function onNode(act: (id: string) => void): boolean {
  const id = currentNode();
  if (id !== undefined) act(id);
  return id !== undefined;
}

function replaceNode(id: string): void {
  const node = useEditor.getState().derived?.canvas.nodes.find((one) => one.id === id);
  if (node && !node.node.nodes) askToReplace(id);
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
