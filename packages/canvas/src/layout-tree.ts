import type { Position } from './commands/add-node.ts';
import type { Box } from './free-place.ts';
import type { CanvasNode } from './projection/project-flow.ts';
import { groupElementId } from './projection/view-flow.ts';
import { groupPadding, type ViewGroup } from './projection/view-groups.ts';

/** Sizes of nodes as they are drawn, in pixels at a zoom of 1; folded groups by the id of their element. */
export type NodeSizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

/** A box of the canvas with the boxes in it: a node, a scope, or a group. */
export interface LayoutItem extends Box {
  /** The element's id. */
  readonly id: string;
  readonly group: ViewGroup | undefined;
  /** None for a node, a folded scope and a folded group. */
  readonly children: readonly LayoutItem[];
}

const defaultSize = { width: 252, height: 180 };

/** The boxes of one scope with all that stands in them: its groups first, then the nodes that are in none. */
export function layoutTree(
  nodes: readonly CanvasNode[],
  groups: readonly ViewGroup[],
  sizes: NodeSizes,
  scope?: string,
): readonly LayoutItem[] {
  const inScope = new Map<string | undefined, CanvasNode[]>();
  for (const node of nodes) inScope.set(node.parent, [...(inScope.get(node.parent) ?? []), node]);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const itemOf = (node: CanvasNode): LayoutItem => {
    const size = sizes.get(node.id) ?? defaultSize;
    const children = node.isCollapsed ? [] : itemsIn(node.id);
    return { id: node.id, ...node.position, ...size, group: undefined, children };
  };
  const itemsIn = (at: string | undefined): LayoutItem[] => {
    const here = groups.filter((group) => group.scope === at);
    const grouped = new Set(here.flatMap((group) => group.nodes.map(({ id }) => id)));
    const boxes = here.map((group): LayoutItem => {
      const id = groupElementId(group.id);
      if (group.isCollapsed) return { id, ...group.position, ...(sizes.get(id) ?? defaultSize), group, children: [] };
      const children = group.nodes.flatMap((member) => byId.get(member.id) ?? []).map(itemOf);
      return { id, ...frameAround(children), group, children };
    });
    return [...boxes, ...(inScope.get(at) ?? []).filter(({ id }) => !grouped.has(id)).map(itemOf)];
  };
  return itemsIn(scope);
}

/** The frame of an open group around the boxes of its nodes. */
export function frameAround(boxes: readonly Box[]): Box {
  const { top, right, bottom, left } = groupPadding;
  const x = Math.min(...boxes.map((box) => box.x)) - left;
  const y = Math.min(...boxes.map((box) => box.y)) - top;
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) + right - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) + bottom - y,
  };
}

/** The upper left corner of boxes. */
export function cornerOf(boxes: readonly Position[]): Position {
  return { x: Math.min(...boxes.map(({ x }) => x)), y: Math.min(...boxes.map(({ y }) => y)) };
}
