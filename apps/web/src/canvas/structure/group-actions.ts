import {
  addToGroup,
  groupNodes,
  inOrder,
  takeOutOfGroups,
  themeColors,
  ungroup,
  type CanvasNode,
  type ViewGroup,
} from '@jacquard/canvas';
import { useShallow } from 'zustand/react/shallow';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { canvasView } from './canvas-view.ts';
import { nameGroup } from './naming-store.ts';

/** Puts the selected nodes into a new group, whose title is written at once. False when none is selected. */
export function groupSelection(title: string): boolean {
  const { history, selection, peek } = useEditor.getState();
  if (!history || peek || selection.nodes.length === 0) return false;
  const taken = history.document.layout?.groups ?? {};
  let number = 1;
  while (Object.hasOwn(taken, `group-${number}`)) number += 1;
  const id = `group-${number}`;
  const color = themeColors[Object.keys(taken).length % themeColors.length];
  changeFlow(groupNodes(id, outermost(selection.nodes), title, color));
  nameGroup(id);
  return true;
}

/** A group holds nodes of one scope: what stands in a selected scope goes with it. */
function outermost(ids: readonly string[]): string[] {
  const parents = new Map(useEditor.getState().derived?.canvas.nodes.map(({ id, parent }) => [id, parent]));
  const chosen = new Set(ids);
  const isInside = (id: string): boolean => {
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) if (chosen.has(at)) return true;
    return false;
  };
  return ids.filter((id) => !isInside(id));
}

/** Takes the groups away of which something is selected. False when there is none. */
export function ungroupSelection(): boolean {
  const ids = groupsOfSelection().map(({ id }) => id);
  if (ids.length > 0) changeFlow(inOrder(...ids.map(ungroup)));
  return ids.length > 0;
}

/** Takes the selected nodes out of their groups. */
export function takeOutSelection(): void {
  changeFlow(takeOutOfGroups(useEditor.getState().selection.nodes));
}

/** Adds the selected nodes to a group. */
export function addSelectionToGroup(group: ViewGroup): void {
  changeFlow(addToGroup(group.id, addableTo(group, useEditor.getState().selection.nodes)));
}

/** The groups of which something is selected. */
export function groupsOfSelection(): readonly ViewGroup[] {
  const selected = new Set(useEditor.getState().selection.nodes);
  return canvasView().groups.filter(({ nodes }) => nodes.some(({ id }) => selected.has(id)));
}

/** The selected nodes that a group could take. */
export function useAddable(group: ViewGroup): readonly string[] {
  return useEditor(useShallow(({ selection }) => addableTo(group, selection.nodes)));
}

function addableTo({ nodes, scope }: ViewGroup, selected: readonly string[]): string[] {
  const members = new Set(nodes.map(({ id }) => id));
  const shown = new Map<string, CanvasNode>(canvasView().nodes.map((node) => [node.id, node]));
  return selected.filter((id) => !members.has(id) && shown.has(id) && shown.get(id)?.parent === scope);
}
