import {
  ancestorsOf,
  descendantsOf,
  kindFits,
  nodesById,
  scopeGraphs,
  type FlowDocument,
  type Graph,
  type Kind,
  type PlacedNode,
} from '@jacquard/flow';
import { handleId, parseHandle, type HandleSide } from '../projection/handle-id.ts';
import type { CanvasFlow, CanvasNode } from '../projection/project-flow.ts';
import { portRank } from './port-rank.ts';

/** A port of the flow as the other end of a wire. */
export interface PortChoice {
  readonly node: string;
  /** Its handle on the canvas. */
  readonly handle: string;
  readonly kind: Kind;
  /** Whether a wire would be allowed; the reason against it is asked of `connectionCheck`. */
  readonly canConnect: boolean;
  readonly isConverted: boolean;
  /** An input that a wire fills already, which would go. */
  readonly isTaken: boolean;
}

const sources: ReadonlySet<HandleSide> = new Set(['out', 'inner']);

/**
 * All ports at which a wire from this one could end, likeliest and nearest first; then those that don't fit. Wires that
 * are there already are left out. Takes linear time.
 */
export function connectablePorts(
  flow: Pick<FlowDocument, 'nodes'>,
  canvas: CanvasFlow,
  at: { readonly node: string; readonly handle: string },
): readonly PortChoice[] {
  const own = canvas.nodes.find(({ id }) => id === at.node);
  const kind = own && kindAtHandle(own, at.handle);
  if (!own || !kind) return [];
  const isSource = sources.has(parseHandle(at.handle).side);
  const reach = reachOf(flow, at.node, isSource);
  const wired = wiredTo(canvas, at, isSource);
  const found = canvas.nodes.flatMap((node) =>
    endsOf(node, !isSource)
      .filter(([handle]) => node.id !== at.node && !wired.has(`${node.id} ${handle}`))
      .map(([handle, other, isOptional]) => {
        const { fit } = isSource ? kindFits(kind, other) : kindFits(other, kind);
        const canConnect = fit !== 'refused' && reach(node.id, handle, at.handle);
        const isTaken = isSource && node.wired.has(parseHandle(handle).port) && other.kind !== 'list';
        const rank = fit === 'refused' ? 0 : portRank(fit, isSource ? other : kind, isOptional);
        const choice = { node: node.id, handle, kind: other, canConnect, isConverted: fit === 'converted', isTaken };
        return { choice, rank: (canConnect ? 0 : 10_000) + (isTaken ? 200 : 0) + rank + distance(own, node) / 100 };
      }),
  );
  return found.toSorted((one, other) => one.rank - other.rank).map(({ choice }) => choice);
}

/** The kind at a handle; ends of a scope that take anything are `any`. */
export function kindAtHandle({ ports }: CanvasNode, handle: string): Kind | undefined {
  const { side, port } = parseHandle(handle);
  if (side === 'out') return ports.outputs[port]?.kind;
  if (side === 'inner') return ports.inner[port]?.kind;
  return side === 'in' ? ports.inputs[port]?.kind : { kind: 'any' };
}

function endsOf({ ports }: CanvasNode, isSource: boolean): (readonly [string, Kind, boolean])[] {
  if (!isSource) {
    return Object.entries(ports.inputs)
      .filter(([, { fieldOnly }]) => fieldOnly !== true)
      .map(([name, { kind, optional, advanced }]) => [handleId('in', name), kind, (optional ?? advanced) === true]);
  }
  return [
    ...Object.entries(ports.outputs).map(([name, { kind }]) => [handleId('out', name), kind, false] as const),
    ...Object.entries(ports.inner).map(([name, { kind }]) => [handleId('inner', name), kind, false] as const),
  ];
}

function wiredTo({ wires }: CanvasFlow, at: { node: string; handle: string }, isSource: boolean): ReadonlySet<string> {
  return new Set(
    wires.flatMap(({ source, sourceHandle, target, targetHandle }) => {
      if (isSource) return source === at.node && sourceHandle === at.handle ? [`${target} ${targetHandle}`] : [];
      return target === at.node && targetHandle === at.handle ? [`${source} ${sourceHandle}`] : [];
    }),
  );
}

/** Whether a wire between the two stays in sight of its reader and closes no circle. */
function reachOf(
  flow: Pick<FlowDocument, 'nodes'>,
  id: string,
  isSource: boolean,
): (other: string, handle: string, own: string) => boolean {
  const nodes = nodesById(flow);
  const graphs = scopeGraphs(flow, nodes);
  const [before, behind] = [remembered(ancestorsOf), remembered(descendantsOf)];
  return (other, handle, own) => {
    const [from, to] = isSource ? [id, other] : [other, id];
    const { side } = parseHandle(isSource ? own : handle);
    const around = scopesAround(to, nodes);
    if (side === 'inner') return around.includes(from);
    const parent = nodes.get(from)?.parent;
    if (around.includes(from) || (parent !== undefined && !around.includes(parent))) return false;
    const neighbour = [to, ...around].find((one) => nodes.get(one)?.parent === parent);
    if (neighbour === undefined || neighbour === from) return false;
    const graph = graphs.get(parent) ?? new Map();
    return isSource ? !before(graph, from).has(neighbour) : !behind(graph, neighbour).has(from);
  };
}

/** Computes once what is asked for many ports of one node. */
function remembered(find: (graph: Graph, id: string) => ReadonlySet<string>): typeof find {
  const known = new Map<string, ReadonlySet<string>>();
  return (graph, id) => {
    const found = known.get(id) ?? find(graph, id);
    known.set(id, found);
    return found;
  };
}

function scopesAround(id: string, nodes: ReadonlyMap<string, PlacedNode>): readonly string[] {
  const around: string[] = [];
  for (let at = nodes.get(id)?.parent; at !== undefined; at = nodes.get(at)?.parent) around.push(at);
  return around;
}

function distance(one: CanvasNode, other: CanvasNode): number {
  return Math.min(4000, Math.hypot(one.position.x - other.position.x, one.position.y - other.position.y));
}
