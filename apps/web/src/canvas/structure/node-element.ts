import type { CanvasNode, CanvasView, Crossings } from '@jacquard/canvas';
import type { CanvasElement } from '../canvas-elements.ts';
import { estimatedBox } from '../estimated-box.ts';
import { insideScope, placeInside } from './inside-scope.ts';

const noCrossings: Crossings = { inputs: [], outputs: [] };

interface Drawn {
  /** The element as it was drawn before. */
  readonly old: CanvasElement | undefined;
  readonly isSelected: boolean;
}

/** A node as React Flow holds it: a card, or for a scope its frame, or a card while it is folded. */
export function nodeElement(
  canvasNode: CanvasNode,
  { stage, crossings }: CanvasView,
  { old, isSelected }: Drawn,
): CanvasElement {
  const { id, parent } = canvasNode;
  const isInside = parent !== undefined || stage !== undefined;
  const position = isInside ? placeInside(canvasNode.position) : canvasNode.position;
  const type = typeOf(canvasNode);
  const edges = crossings.get(id) ?? noCrossings;
  const measured = old?.type === type ? old.measured : undefined;
  const isMeasured = Number.isInteger(measured?.height);
  const needsEstimate = type === 'step' && !isMeasured;
  const isSame =
    old?.type === type &&
    old.data.canvasNode === canvasNode &&
    (old.handles !== undefined) === needsEstimate &&
    (old.type !== 'folded' || isAlike(old.data.crossings, edges)) &&
    old.selected === isSelected &&
    old.position.x === position.x &&
    old.position.y === position.y;
  if (isSame) return old;
  const base = {
    id,
    position,
    selected: isSelected,
    ...(parent !== undefined && { parentId: parent }),
    ...(stage && parent === undefined && { extent: insideScope }),
  };
  const known = measured && isMeasured ? { measured } : {};
  if (type === 'step') {
    const estimate = needsEstimate ? estimatedBox(canvasNode) : {};
    return { ...estimate, ...known, ...base, type, data: { canvasNode } };
  }
  if (type === 'folded') return { ...known, ...base, type, data: { canvasNode, crossings: edges } };
  const size = old?.type === 'scope' ? { width: old.width ?? 560, height: old.height ?? 300 } : canvasNode.size;
  return { ...base, type, data: { canvasNode }, zIndex: -1, ...size };
}

function typeOf({ node, isCollapsed }: CanvasNode): 'step' | 'scope' | 'folded' {
  if (node.nodes === undefined) return 'step';
  return isCollapsed ? 'folded' : 'scope';
}

/** Few and small: groups and the ends at an edge are compared by what they hold. */
export function isAlike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
