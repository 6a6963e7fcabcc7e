import { jsonEquals, literalOf, type InputPort } from '@jacquard/flow';
import type { CanvasNode } from '@jacquard/canvas';

/** True unless another field's value hides the port; what is open in place names no other flow. */
export function isPortVisible({ node, ports }: CanvasNode, { visibleWhen, field }: InputPort): boolean {
  if (field === 'flow' && node.nodes) return false;
  if (!visibleWhen) return true;
  const value = literalOf(node.inputs?.[visibleWhen.input]) ?? ports.inputs[visibleWhen.input]?.default ?? null;
  return jsonEquals(value, visibleWhen.equals);
}

/** The inputs that stand on the node: what is wired, what must be, and the fields of the first level. */
export function portsOnNode(canvasNode: CanvasNode): readonly (readonly [string, InputPort])[] {
  return Object.entries(canvasNode.ports.inputs).filter(([name, port]) => {
    if (canvasNode.wired.has(name)) return true;
    return port.advanced !== true && isPortVisible(canvasNode, port);
  });
}
