import {
  isReadInside,
  kindFits,
  nodeInputs,
  ownValue,
  parseAddress,
  sourcesOf,
  type Kind,
  type NodePorts,
  type PlacedNode,
} from '@jacquard/flow';
import { handleId, type HandleSide } from './handle-id.ts';

/** A wire as the canvas draws it. */
export interface CanvasWire {
  readonly id: string;
  /** `node.port`. */
  readonly from: string;
  readonly source: string;
  readonly sourceHandle: string;
  readonly target: string;
  readonly targetHandle: string;
  /** The kind of what flows; undefined when the source is unknown. */
  readonly kind: Kind | undefined;
  /** The kind that it becomes on the way. */
  readonly convertedTo: Kind | undefined;
}

type PortsById = ReadonlyMap<string, NodePorts>;

/** All wires between nodes that exist. */
export function projectWires(nodes: ReadonlyMap<string, PlacedNode>, ports: PortsById): CanvasWire[] {
  const wires = new Map<string, CanvasWire>();
  for (const { id, node } of nodes.values()) {
    for (const { place, port, input } of nodeInputs(node)) {
      if (place === 'fallback') continue;
      const target = { id, handle: handleId(place === 'inputs' ? 'in' : place, port) };
      const kind = place === 'inputs' ? ownValue(ports.get(id)?.inputs, port)?.kind : undefined;
      for (const from of sourcesOf(input)) {
        const wire = wireTo(from, target, kind, nodes, ports, isReadInside(place) ? id : undefined);
        if (wire) wires.set(wire.id, wire);
      }
    }
    for (const [port, { from }] of Object.entries(node.outputs ?? {})) {
      const wire = wireTo(from, { id, handle: handleId('result', port) }, undefined, nodes, ports, id);
      if (wire) wires.set(wire.id, wire);
    }
  }
  return [...wires.values()];
}

function wireTo(
  from: string,
  target: { readonly id: string; readonly handle: string },
  targetKind: Kind | undefined,
  nodes: ReadonlyMap<string, PlacedNode>,
  ports: PortsById,
  insideOf: string | undefined,
): CanvasWire | undefined {
  const address = parseAddress(from);
  if (!nodes.has(address.node)) return undefined;
  const side: HandleSide = isInside(target.id, address.node, nodes) || insideOf === address.node ? 'inner' : 'out';
  const found = ports.get(address.node);
  const kind = ownValue(side === 'inner' ? found?.inner : found?.outputs, address.port)?.kind;
  const isConverted = kind && targetKind && kindFits(kind, targetKind).fit === 'converted';
  return {
    id: `${from}>${target.id}/${target.handle}`,
    from,
    source: address.node,
    sourceHandle: handleId(side, address.port),
    target: target.id,
    targetHandle: target.handle,
    kind,
    convertedTo: isConverted && targetKind.kind !== 'list' ? targetKind : undefined,
  };
}

function isInside(id: string, scope: string, nodes: ReadonlyMap<string, PlacedNode>): boolean {
  for (let at = nodes.get(id)?.parent; at !== undefined; at = nodes.get(at)?.parent) if (at === scope) return true;
  return false;
}
