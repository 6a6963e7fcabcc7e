import {
  flowPorts,
  nodesById,
  nodeInputs,
  sourcesOf,
  type Descriptor,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type NodePorts,
  type PortsContext,
} from '@jacquard/flow';
import type { Position } from '../commands/add-node.ts';
import { placesFor, type Place } from './places-for.ts';
import { projectWires, type CanvasWire } from './project-wires.ts';
import { samePorts } from './same-ports.ts';

/** A node as the canvas draws it. Stays the same object while nothing of it changes. */
export interface CanvasNode {
  readonly id: string;
  readonly node: FlowNode;
  /** Undefined for a type that this server doesn't know. */
  readonly descriptor: Descriptor | undefined;
  /** The scope around it. */
  readonly parent: string | undefined;
  readonly position: Position;
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** A scope that is folded to a card. */
  readonly isCollapsed: boolean;
  readonly ports: NodePorts;
  /** Inputs that a wire fills. */
  readonly wired: ReadonlySet<string>;
  /** Outputs and inner ports that are read. */
  readonly read: ReadonlySet<string>;
}

/** A flow as plain data for the canvas. */
export interface CanvasFlow {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly CanvasWire[];
}

const noPorts: NodePorts = { inputs: {}, outputs: {}, inner: {} };

/**
 * Projects a document to what the canvas draws: scopes before what they hold, wires with their kinds. Nodes of `previous`
 * that are still the same keep their object, so that only what changed is drawn again.
 */
export function projectFlow(
  flow: FlowDocument,
  descriptors: Descriptors,
  context: PortsContext = {},
  previous?: CanvasFlow,
): CanvasFlow {
  const placed = nodesById(flow);
  const ports = flowPorts(flow, descriptors, context, placed);
  const wires = projectWires(placed, ports);
  const places = placesFor(flow, placed);
  const readBy = readPorts(wires);
  const known = new Map(previous?.nodes.map((node) => [node.id, node]));
  const nodes = [...placed.values()].map(({ id, node, parent }): CanvasNode => {
    const place: Place = places.get(id) ?? { x: 0, y: 0 };
    const next: CanvasNode = {
      id,
      node,
      descriptor: descriptors.get(node.type),
      parent,
      position: { x: place.x, y: place.y },
      size: sizeOf(place),
      isCollapsed: place.collapsed === true && node.nodes !== undefined,
      ports: ports.get(id) ?? noPorts,
      wired: wiredInputs(node),
      read: readBy.get(id) ?? noneRead,
    };
    const before = known.get(id);
    return before && isSameNode(before, next) ? before : next;
  });
  return { nodes, wires: sameWires(previous?.wires, wires) };
}

const noneRead: ReadonlySet<string> = new Set();

function sizeOf({ width, height }: Place): CanvasNode['size'] {
  return width === undefined || height === undefined ? undefined : { width, height };
}

function wiredInputs(node: FlowNode): ReadonlySet<string> {
  return new Set(
    nodeInputs(node)
      .filter(({ place, input }) => place === 'inputs' && sourcesOf(input).length > 0)
      .map(({ port }) => port),
  );
}

function readPorts(wires: readonly CanvasWire[]): Map<string, Set<string>> {
  const read = new Map<string, Set<string>>();
  for (const { source, sourceHandle } of wires) {
    const ports = read.get(source) ?? new Set();
    read.set(source, ports.add(sourceHandle));
  }
  return read;
}

function isSameNode(before: CanvasNode, next: CanvasNode): boolean {
  return (
    before.node === next.node &&
    before.descriptor === next.descriptor &&
    before.parent === next.parent &&
    before.position.x === next.position.x &&
    before.position.y === next.position.y &&
    before.size?.width === next.size?.width &&
    before.size?.height === next.size?.height &&
    before.isCollapsed === next.isCollapsed &&
    samePorts(before.ports, next.ports) &&
    sameSet(before.read, next.read)
  );
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

function sameWires(before: readonly CanvasWire[] | undefined, next: readonly CanvasWire[]): readonly CanvasWire[] {
  const known = new Map(before?.map((wire) => [wire.id, wire]));
  const kept = next.map((wire) => {
    const old = known.get(wire.id);
    const isSame = old && old.kind?.kind === wire.kind?.kind && old.convertedTo?.kind === wire.convertedTo?.kind;
    return isSame ? old : wire;
  });
  return before?.length === kept.length && kept.every((wire, index) => wire === before[index]) ? before : kept;
}
