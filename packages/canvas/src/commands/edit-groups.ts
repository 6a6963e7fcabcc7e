import { ownValue, type Layout } from '@jacquard/flow';
import type { Command, FlowDraft } from '../command.ts';
import { findNode } from '../find-node.ts';
import type { ThemeColor } from '../theme-color.ts';
import { leaveGroups } from './leave-groups.ts';
import { setOwn } from './set-own.ts';

type Group = NonNullable<Layout['groups']>[string];

/**
 * Puts nodes into a new group. A group holds nodes of one scope: those that stand elsewhere than the first are left out.
 * Nodes leave the groups that they were in.
 */
export function groupNodes(id: string, nodes: readonly string[], title: string, color?: ThemeColor): Command {
  return (draft) => {
    const members = withinOneScope(draft, nodes);
    if (members.length === 0) return;
    const layout = draft.layout ?? (draft.layout = {});
    const groups = layout.groups ?? (layout.groups = {});
    groups[id] = { title, nodes: members, ...(color !== undefined && { color }) };
    leaveGroups(draft, new Set(members), id);
  };
}

/** Takes a group away; its nodes stay where they are. */
export function ungroup(id: string): Command {
  return (draft) => {
    delete draft.layout?.groups?.[id];
  };
}

/** Changes a group's title or colour, or folds it. A key that is absent stays. */
export function editGroup(
  id: string,
  change: { readonly title?: string; readonly color?: ThemeColor; readonly collapsed?: boolean },
): Command {
  return (draft) => {
    const group = ownValue(draft.layout?.groups, id);
    if (!group) return;
    if (change.title !== undefined) setOwn<keyof Group>(group, 'title', change.title);
    if (change.color !== undefined) setOwn<keyof Group>(group, 'color', change.color);
    if (change.collapsed !== undefined) setOwn<keyof Group>(group, 'collapsed', change.collapsed || undefined);
  };
}

/** Adds nodes to a group, out of the groups that they were in. Nodes of another scope than the group's are left out. */
export function addToGroup(id: string, nodes: readonly string[]): Command {
  return (draft) => {
    const group = ownValue(draft.layout?.groups, id);
    if (!group) return;
    const members = withinOneScope(draft, [...group.nodes, ...nodes]);
    const added = members.filter((node) => !group.nodes.includes(node));
    if (added.length === 0) return;
    group.nodes = [...group.nodes, ...added];
    leaveGroups(draft, new Set(added), id);
  };
}

/** Takes nodes out of the groups that they are in. */
export function takeOutOfGroups(nodes: readonly string[]): Command {
  return (draft) => leaveGroups(draft, new Set(nodes));
}

/** The nodes that exist and stand in the scope of the first, each once. */
function withinOneScope(draft: FlowDraft, nodes: readonly string[]): string[] {
  const found = [...new Set(nodes)].flatMap((id) => {
    const at = findNode(draft, id);
    return at ? [{ id, scope: at.scope }] : [];
  });
  return found.filter(({ scope }) => scope === found[0]?.scope).map(({ id }) => id);
}
