import { nodesById, placedNodes, type FlowDocument, type FlowNode } from '@jacquard/flow';
import type { Difference, Place } from './places.ts';

/**
 * Whether going back over a step leaves each node in one place. It would not where the step moved nodes, into a scope or out
 * of it, and someone else has worked on one of the two places since: then a node would stand twice, or nowhere.
 */
export function keepsNodes(before: FlowDocument, after: FlowDocument, { places }: Difference): boolean {
  const nodes = nodesById(after);
  if (placedNodes(after).length > nodes.size) return false;
  const removed = new Set(places.flatMap((place) => idsIn(place, place.before)));
  const moved = places.flatMap((place) => idsIn(place, place.after)).filter((id) => removed.has(id));
  if (moved.length === 0) return true;
  const had = nodesById(before);
  return moved.every((id) => nodes.has(id) || !had.has(id));
}

/** The ids of a node that came or went as a whole, and of what it holds. */
function idsIn({ path }: Place, value: unknown): readonly string[] {
  const id = path.at(-1);
  const isNode = path[0] === 'nodes' && path.at(-2) === 'nodes' && typeof value === 'object' && value !== null;
  if (id === undefined || !isNode) return [];
  const { nodes = {} } = value as FlowNode; // boundary: a key of a record of nodes leads to a node
  return [id, ...nodesById({ nodes }).keys()];
}
