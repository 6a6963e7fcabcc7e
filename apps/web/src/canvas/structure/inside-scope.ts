import type { Position } from '@jacquard/canvas';
import type { NodeChange } from '@xyflow/react';
import type { CanvasElement } from '../canvas-elements.ts';

/** Left of and above this stand a scope's own ports and its head. Pixels at a zoom of 1, from the corner of its frame. */
const corner: Position = { x: 8, y: 56 };

/** Nodes of the entered scope may go as far right and down as they like, its frame grows. */
export const insideScope: [[number, number], [number, number]] = [
  [corner.x, corner.y],
  [Infinity, Infinity],
];

/** The nearest place for a node that stands in a scope. */
export function placeInside({ x, y }: Position): Position {
  return { x: Math.max(x, corner.x), y: Math.max(y, corner.y) };
}

/** What comes to rest in a scope stands inside of its frame; while it is dragged it may go anywhere. */
export function keepInside(
  changes: readonly NodeChange<CanvasElement>[],
  drawn: readonly CanvasElement[],
): readonly NodeChange<CanvasElement>[] {
  const inside = new Set(drawn.flatMap(({ id, parentId }) => (parentId === undefined ? [] : [id])));
  return changes.map((change) => {
    const isAtRest = change.type === 'position' && change.dragging !== true && inside.has(change.id);
    return isAtRest && change.position ? { ...change, position: placeInside(change.position) } : change;
  });
}
