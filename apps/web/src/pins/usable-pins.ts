import type { CanvasNode, PortValues } from '@jacquard/canvas';
import type { Pin } from '@jacquard/protocol';
import { pinMisfit } from './pin-misfit.ts';

/** The pins that a run would take: of nodes that are there, on, and can give these values. */
export function usablePins(pins: ReadonlyMap<string, Pin>, nodes: readonly CanvasNode[]): Map<string, PortValues> {
  if (pins.size === 0) return new Map();
  return new Map(
    nodes.flatMap((canvasNode) => {
      const outputs = pins.get(canvasNode.id)?.outputs;
      const isUsable = outputs && canvasNode.node.disabled !== true && pinMisfit(canvasNode, outputs) === undefined;
      return isUsable ? [[canvasNode.id, outputs] as const] : [];
    }),
  );
}
