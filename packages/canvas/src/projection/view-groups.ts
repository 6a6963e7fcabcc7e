import type { Layout } from '@jacquard/flow';
import type { Position } from '../commands/add-node.ts';
import { themeColorOf, type ThemeColor } from '../theme-color.ts';
import type { CanvasNode } from './project-flow.ts';

/** A group as the canvas draws it: a frame around its nodes, or one box in their place. */
export interface ViewGroup {
  readonly id: string;
  readonly title: string;
  readonly color: ThemeColor;
  readonly isCollapsed: boolean;
  /** The scope that its nodes stand in. */
  readonly scope: string | undefined;
  /** Its nodes, and where they stand. */
  readonly nodes: readonly { readonly id: string; readonly position: Position }[];
  /** The upper left corner of its nodes: where its box stands. */
  readonly position: Position;
}

/** Room between a group's nodes and its frame, with its title above them. In pixels at a zoom of 1. */
export const groupPadding = { top: 48, right: 20, bottom: 20, left: 20 };

/**
 * The groups that have nodes. A document may say more than can be drawn: of nodes of several scopes those beside the first
 * count, and a node belongs to the first group that names it.
 */
export function viewGroups(
  groups: NonNullable<Layout['groups']>,
  nodes: ReadonlyMap<string, CanvasNode>,
): readonly ViewGroup[] {
  const taken = new Set<string>();
  return Object.entries(groups).flatMap(([id, { title, nodes: ids, color, collapsed }]) => {
    const free = [...new Set(ids)].flatMap((member) => (taken.has(member) ? [] : (nodes.get(member) ?? [])));
    const scope = free[0]?.parent;
    const members = free.filter(({ parent }) => parent === scope);
    if (members.length === 0) return [];
    for (const member of members) taken.add(member.id);
    const position = {
      x: Math.min(...members.map((member) => member.position.x)),
      y: Math.min(...members.map((member) => member.position.y)),
    };
    const places = members.map((member) => ({ id: member.id, position: member.position }));
    return [
      {
        id,
        title,
        color: themeColorOf(color, 'grey'),
        isCollapsed: collapsed === true,
        scope,
        nodes: places,
        position,
      },
    ];
  });
}

/** The group whose box hides a node, by node. */
export function boxedNodes(groups: readonly ViewGroup[]): ReadonlyMap<string, string> {
  const folded = groups.filter(({ isCollapsed }) => isCollapsed);
  return new Map(folded.flatMap(({ id, nodes }) => nodes.map((node) => [node.id, id] as const)));
}
