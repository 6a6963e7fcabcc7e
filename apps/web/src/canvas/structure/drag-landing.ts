import type { Position } from '@jacquard/canvas';
import type { InternalNode, ReactFlowInstance } from '@xyflow/react';
import type { CanvasElement } from '../canvas-elements.ts';
import { shownScope } from './entered-store.ts';

/** What React Flow knows of its elements. */
export type Drawn = Pick<ReactFlowInstance<CanvasElement>, 'getNode' | 'getNodes' | 'getInternalNode'>;

/** Nodes that are dragged as one, and where they would be let go. */
export interface Landing {
  readonly nodes: readonly string[];
  /** The scope that they stand in, and that they would stand in; undefined for the top. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Where each would stand, from the corner of that scope. */
  readonly places: Readonly<Record<string, Position>>;
}

/**
 * Where what is dragged would land: in the innermost frame under its middle. Each thing goes by itself, groups as one. A frame that is
 * dragged along is nothing to land in.
 */
export function landingsOf(dragged: readonly CanvasElement[], drawn: Drawn): Landing[] {
  const ids = new Set(dragged.map(({ id }) => id));
  const frames = drawn.getNodes().flatMap((element) => {
    const isFrame = element.type === 'scope' && !isWithin(element, ids, drawn);
    const box = isFrame ? drawn.getInternalNode(element.id) : undefined;
    return box ? [box] : [];
  });
  return dragged.flatMap((element) => landingOf(element, frames, drawn));
}

function landingOf(element: CanvasElement, frames: readonly Frame[], drawn: Drawn): Landing[] {
  if (element.type === 'note' || element.type === 'stage') return [];
  const here = cornerOf(element.parentId, drawn);
  const { width = 0, height = 0 } = element.measured ?? {};
  const middle = { x: here.x + element.position.x + width / 2, y: here.y + element.position.y + height / 2 };
  const frame = frames.findLast((one) => isOver(middle, one));
  const there = frame?.internals.positionAbsolute ?? { x: 0, y: 0 };
  const placed = ({ x, y }: Position): Position => ({ x: x + here.x - there.x, y: y + here.y - there.y });
  const places = placesOf(element, drawn).map(([id, place]) => [id, placed(place)] as const);
  return [
    {
      nodes: places.map(([id]) => id),
      from: element.parentId ?? shownScope(),
      to: frame?.id ?? shownScope(),
      places: Object.fromEntries(places),
    },
  ];
}

type Frame = InternalNode<CanvasElement>;

/** Frames come from outside inwards: the last one that holds the place is the innermost. */
function isOver({ x, y }: Position, { measured, internals }: Frame): boolean {
  const { x: left, y: top } = internals.positionAbsolute;
  return x >= left && y >= top && x <= left + (measured.width ?? 0) && y <= top + (measured.height ?? 0);
}

function cornerOf(scope: string | undefined, drawn: Drawn): Position {
  return (scope === undefined ? undefined : drawn.getInternalNode(scope)?.internals.positionAbsolute) ?? { x: 0, y: 0 };
}

function isWithin({ id, parentId }: CanvasElement, ids: ReadonlySet<string>, drawn: Drawn): boolean {
  if (ids.has(id)) return true;
  const around = parentId === undefined ? undefined : drawn.getNode(parentId);
  return around !== undefined && isWithin(around, ids, drawn);
}

/** Where the nodes stand that an element is dragged with: itself, or those of a group, open or folded. */
function placesOf(element: CanvasElement, drawn: Drawn): (readonly [string, Position])[] {
  if (!('group' in element.data)) return [[element.id, element.position]];
  const { nodes, position } = element.data.group;
  if (element.type === 'group-frame') {
    return nodes.flatMap(({ id }) => {
      const node = drawn.getNode(id);
      return node ? [[id, node.position] as const] : [];
    });
  }
  const shift = { x: element.position.x - position.x, y: element.position.y - position.y };
  return nodes.map(({ id, position: { x, y } }) => [id, { x: x + shift.x, y: y + shift.y }] as const);
}
