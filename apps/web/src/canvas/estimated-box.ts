import { handleId, type CanvasNode } from '@jacquard/canvas';
import { Position, type NodeHandle } from '@xyflow/react';
import { isStackedInput } from './nodes/is-stacked-input.ts';
import { portsOnNode } from './nodes/shown-ports.ts';

/** What React Flow would measure of a node, before the node has ever been drawn. */
interface EstimatedBox {
  readonly measured: { readonly width: number; readonly height: number };
  readonly handles: NodeHandle[];
}

const width = 252;
const head = 51;
const row = 30;
const stackedRow = 84;
const padding = 8;

/**
 * The size of a card and the places of its ports as they are likely to be drawn. A large flow opens with these, so that only
 * the nodes in sight are drawn; a node that is drawn is measured. The half pixel tells an estimate from a measure.
 */
export function estimatedBox(canvasNode: CanvasNode): EstimatedBox {
  const handles: NodeHandle[] = [];
  let y = head + padding;
  for (const [name, port] of portsOnNode(canvasNode)) {
    const height = isStackedInput(canvasNode, name, port) ? stackedRow : row;
    if (port.fieldOnly !== true) {
      handles.push({ id: handleId('in', name), type: 'target', position: Position.Left, x: -6, y: y + 9, ...port12 });
    }
    y += height;
  }
  for (const name of Object.keys(canvasNode.ports.outputs)) {
    handles.push({
      id: handleId('out', name),
      type: 'source',
      position: Position.Right,
      x: width - 6,
      y: y + 9,
      ...port12,
    });
    y += row;
  }
  return { measured: { width, height: y + padding + 0.5 }, handles };
}

const port12 = { width: 12, height: 12 };
