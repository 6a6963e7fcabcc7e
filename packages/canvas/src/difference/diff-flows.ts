import type { FlowDocument } from '@jacquard/flow';
import { isSame } from '../history/places.ts';
import { partsOfFlow, type FlowParts, type Parts } from './flow-parts.ts';

/** One part before and after; undefined: there was nothing. `part` is named as in {@link Parts}. */
export interface PartChange {
  readonly part: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of one node, note or group. `changes` is empty for what was added, removed or only moved. */
export interface ItemDifference {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly changes: readonly PartChange[];
  /** It stands elsewhere on the canvas, or has another size there. */
  readonly isMoved: boolean;
}

/** All that differs between two states of a flow, in the order of the later one, with what was removed after it. */
export interface FlowDifference {
  readonly flow: readonly PartChange[];
  readonly nodes: readonly ItemDifference[];
  readonly notes: readonly ItemDifference[];
  readonly groups: readonly ItemDifference[];
}

/** Parts that say where something stands, and nothing of what it does. */
const placing = new Set(['position', 'size', 'collapsed']);

/** What differs between two states of a flow, node by node. Where a node stands in the file doesn't count. */
export function diffFlows(before: FlowDocument, after: FlowDocument): FlowDifference {
  const [old, now] = [partsOfFlow(before), partsOfFlow(after)];
  return {
    flow: diffParts(old.flow, now.flow),
    nodes: diffItems(withPlaces(old), withPlaces(now)),
    notes: diffItems(old.notes, now.notes),
    groups: diffItems(old.groups, now.groups),
  };
}

/** Whether two states of a flow are the same to a person. */
export function isEmptyDifference({ flow, nodes, notes, groups }: FlowDifference): boolean {
  return flow.length + nodes.length + notes.length + groups.length === 0;
}

/** What differs between the parts of two things. */
export function diffParts(before: Parts, after: Parts): PartChange[] {
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names]
    .map((part) => ({ part, before: before.get(part), after: after.get(part) }))
    .filter((change) => !isSame(change.before, change.after));
}

function withPlaces({ nodes, places }: FlowParts): ReadonlyMap<string, Parts> {
  return new Map([...nodes].map(([id, parts]) => [id, new Map([...parts, ...(places.get(id) ?? [])])]));
}

function diffItems(before: ReadonlyMap<string, Parts>, after: ReadonlyMap<string, Parts>): ItemDifference[] {
  const found: ItemDifference[] = [];
  for (const [id, parts] of after) {
    const old = before.get(id);
    const all = old ? diffParts(old, parts) : [];
    const changes = all.filter(({ part }) => !placing.has(part));
    if (!old) found.push({ id, change: 'added', changes: [], isMoved: false });
    else if (all.length > 0) found.push({ id, change: 'changed', changes, isMoved: changes.length < all.length });
  }
  for (const id of before.keys()) {
    if (!after.has(id)) found.push({ id, change: 'removed', changes: [], isMoved: false });
  }
  return found;
}
