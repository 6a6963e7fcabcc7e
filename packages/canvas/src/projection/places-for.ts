import { nodeInputs, ownValue, parseAddress, sourcesOf, type FlowDocument, type PlacedNode } from '@jacquard/flow';
import type { Position } from '../commands/add-node.ts';

/** Where a node stands, and its size if a person has set one. */
export interface Place extends Position {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly collapsed?: boolean | undefined;
}

const columnWidth = 330;
const rowHeight = 230;

/**
 * A place for every node: the document's, or for those without one a column behind what they read. So a flow that was
 * written by hand shows in order before anyone has moved a box.
 */
export function placesFor(flow: FlowDocument, nodes: ReadonlyMap<string, PlacedNode>): Map<string, Place> {
  const places = new Map<string, Place>();
  const depths = new Map<string, number>();
  const filled = new Map<string, number>();
  for (const { id, parent } of nodes.values()) {
    const saved = ownValue(flow.layout?.nodes, id);
    if (saved) {
      places.set(id, saved);
      continue;
    }
    const column = depthOf(id, nodes, depths);
    const cell = `${parent ?? ''}/${column}`;
    const row = filled.get(cell) ?? 0;
    filled.set(cell, row + 1);
    places.set(id, { x: 24 + column * columnWidth, y: 64 + row * rowHeight });
  }
  return places;
}

function depthOf(id: string, nodes: ReadonlyMap<string, PlacedNode>, depths: Map<string, number>): number {
  const known = depths.get(id);
  if (known !== undefined) return known;
  depths.set(id, 0);
  const placed = nodes.get(id);
  if (!placed) return 0;
  const sources = nodeInputs(placed.node)
    .flatMap(({ input }) => sourcesOf(input))
    .map((address) => parseAddress(address).node)
    .filter((source) => nodes.get(source)?.parent === placed.parent && source !== id);
  const depth = sources.reduce((deepest, source) => Math.max(deepest, depthOf(source, nodes, depths) + 1), 0);
  depths.set(id, depth);
  return depth;
}
