import type { Parts } from '../difference/flow-parts.ts';
import { isSame } from '../history/places.ts';
import type { CollisionLog } from './collisions.ts';
import { mergeItems, type Items, type ThreeItems } from './merge-items.ts';
import { mergeOrder } from './merge-order.ts';
import type { ThreeParts } from './merge-nodes.ts';
import type { Side } from './merge-parts.ts';

function otherSide(side: Side): Side {
  return side === 'mine' ? 'theirs' : 'mine';
}

/** Where the merged nodes stand: the place of a node stays and goes with it. */
export function mergePlaces({ base, mine, theirs }: ThreeParts, nodes: Items, log: CollisionLog): Items {
  const sides = { mine, theirs };
  const merged = mergeItems(
    { base: base.places, mine: mine.places, theirs: theirs.places },
    {
      part: (id) => log.yield(id),
      deletion: (id, by) => (nodes.has(id) && !sides[by].nodes.has(id) ? otherSide(by) : by),
    },
  );
  for (const id of merged.keys()) {
    const wasNode = mine.nodes.has(id) || theirs.nodes.has(id);
    if (wasNode && !nodes.has(id)) merged.delete(id);
  }
  return merged;
}

/** Notes collide in their text. */
export function mergeNotes({ base, mine, theirs }: ThreeParts, log: CollisionLog): Items {
  return mergeTexts({ base: base.notes, mine: mine.notes, theirs: theirs.notes }, 'note', 'text', log);
}

/** Groups collide in their title. Who belongs to one is merged node by node. */
export function mergeGroups({ base, mine, theirs }: ThreeParts, nodes: Items, log: CollisionLog): Items {
  const items = { base: base.groups, mine: mine.groups, theirs: theirs.groups };
  const merged = mergeTexts(items, 'group', 'title', log);
  for (const [id, group] of merged) {
    const [was, own, other] = [base, mine, theirs].map(({ groups }) => membersOf(groups.get(id)));
    const isInBoth = mine.groups.has(id) && theirs.groups.has(id);
    const members = isInBoth ? mergeMembers(was ?? [], own ?? [], other ?? []) : membersOf(group);
    const isNode = (node: string): boolean => mine.nodes.has(node) || theirs.nodes.has(node);
    const left = members.filter((node) => nodes.has(node) || !isNode(node));
    if (left.length === 0 && members.length > 0) merged.delete(id);
    else merged.set(id, new Map([...group, ['nodes', left]]));
  }
  return merged;
}

function mergeTexts(items: ThreeItems, of: 'note' | 'group', text: string, log: CollisionLog): Map<string, Parts> {
  return mergeItems(items, {
    part: (id, collision) => (collision.part === text ? log.part(of, id, collision) : quietly(id, collision.part, log)),
    deletion: (id, by) => {
      const left = items[otherSide(by)].get(id)?.get(text);
      return isSame(left, items.base.get(id)?.get(text)) ? by : log.deletion(of, id, by);
    },
  });
}

function quietly(id: string, part: string, log: CollisionLog): Side {
  return part === 'nodes' ? 'theirs' : log.yield(id);
}

function membersOf(group: Parts | undefined): readonly string[] {
  const nodes = group?.get('nodes');
  return Array.isArray(nodes) ? nodes.filter((node) => typeof node === 'string') : [];
}

/** Who both have, and whom one of them has taken in. */
function mergeMembers(was: readonly string[], own: readonly string[], other: readonly string[]): readonly string[] {
  return mergeOrder(was, own, other).filter((node) =>
    was.includes(node) ? own.includes(node) && other.includes(node) : own.includes(node) || other.includes(node),
  );
}
