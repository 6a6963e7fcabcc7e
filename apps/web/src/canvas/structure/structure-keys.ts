import type { CanvasNode } from '@jacquard/canvas';
import { useEditor } from '../../state/editor-store.ts';
import { translate } from '../actions/tell.ts';
import { enterScope, leaveScope } from './entered-store.ts';
import { groupSelection, ungroupSelection } from './group-actions.ts';
import { toggleMap } from './map-store.ts';
import { writeNote } from './naming-store.ts';
import { calledFlow, openCalledFlow, wrapSelection } from './sub-flow-actions.ts';

/** The keys that order the canvas: groups, sub-flows, notes, the map. True when the key was one of them and did something. */
export function pressForStructure(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return pressWithControl(event);
  if (event.altKey) return false;
  if (event.key === 'Enter') return event.shiftKey ? enterSelected() : writeSelected();
  if (event.key === 'Escape') return isNothingSelected() && leaveScope();
  if (event.key.toLowerCase() !== 'm' || event.shiftKey) return false;
  toggleMap();
  return true;
}

function pressWithControl(event: KeyboardEvent): boolean {
  if (event.code === 'KeyG' || event.key.toLowerCase() === 'g') {
    if (event.altKey) return wrapSelection();
    return event.shiftKey ? ungroupSelection() : groupSelection(translate('structure.group-new'));
  }
  return false;
}

function isNothingSelected(): boolean {
  const { nodes, notes, wires } = useEditor.getState().selection;
  return nodes.length + notes.length + wires.length === 0;
}

function writeSelected(): boolean {
  const { nodes, notes } = useEditor.getState().selection;
  const [note] = notes;
  if (note === undefined || notes.length > 1 || nodes.length > 0) return false;
  writeNote(note);
  return true;
}

function enterSelected(): boolean {
  const node = onlySelected();
  return node !== undefined && openInside(node);
}

function onlySelected(): CanvasNode | undefined {
  const { selection, derived } = useEditor.getState();
  return selection.nodes.length === 1 ? derived?.canvas.nodes.find(({ id }) => id === selection.nodes[0]) : undefined;
}

/** Goes into a loop or a sub-flow, also one that is a flow of its own. False for any other node. */
export function openInside(canvasNode: CanvasNode): boolean {
  if (canvasNode.node.nodes) enterScope(canvasNode.id);
  else if (calledFlow(canvasNode) !== undefined) void openCalledFlow(canvasNode);
  else return false;
  return true;
}
