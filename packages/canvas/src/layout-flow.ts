import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Position } from './commands/add-node.ts';
import type { CanvasFlow, CanvasNode } from './projection/project-flow.ts';

/** Sizes of nodes as they are drawn, in pixels at a zoom of 1. */
export type NodeSizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '88',
  'elk.spacing.nodeNode': '36',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** Where each node goes so that nothing overlaps and wires run to the right, and how large each scope becomes. */
export interface TidyLayout {
  readonly positions: Readonly<Record<string, Position>>;
  readonly sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>>;
}

/**
 * Tidies a flow up with ELK's layered layout (Sugiyama et al. 1981). `elk` is handed in, since it belongs in a worker.
 * `only`: these nodes alone; the others stay.
 */
export async function layoutFlow(
  elk: ELK,
  flow: CanvasFlow,
  sizes: NodeSizes,
  only?: ReadonlySet<string>,
): Promise<TidyLayout> {
  const chosen = (id: string): boolean => !only || [...only].some((one) => one === id || isAround(one, id, flow.nodes));
  const nodes = flow.nodes.filter(({ id }) => chosen(id));
  const known = new Set(nodes.map(({ id }) => id));
  const graph: ElkNode = {
    id: '',
    layoutOptions: options,
    children: nodes
      .filter(({ parent }) => parent === undefined || !known.has(parent))
      .map((node) => elkNode(node, nodes, sizes)),
    edges: flow.wires
      .filter(({ source, target }) => known.has(source) && known.has(target) && source !== target)
      .filter(({ source, target }) => !isAround(source, target, nodes) && !isAround(target, source, nodes))
      .map(({ id, source, target }) => ({ id, sources: [source], targets: [target] })),
  };
  const laid = await elk.layout(graph);
  return readLayout(laid, only ? originOf(nodes, only) : { x: 40, y: 80 });
}

function elkNode(node: CanvasNode, nodes: readonly CanvasNode[], sizes: NodeSizes): ElkNode {
  const size = sizes.get(node.id) ?? { width: 252, height: 180 };
  const children = nodes.filter(({ parent }) => parent === node.id);
  if (children.length === 0) return { id: node.id, ...size };
  return {
    id: node.id,
    layoutOptions: { ...options, 'elk.padding': '[top=96,left=150,bottom=40,right=150]' },
    children: children.map((child) => elkNode(child, nodes, sizes)),
  };
}

function isAround(scope: string, id: string, nodes: readonly CanvasNode[]): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parent]));
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) if (at === scope) return true;
  return false;
}

function originOf(nodes: readonly CanvasNode[], only: ReadonlySet<string>): Position {
  const places = nodes.filter(({ id }) => only.has(id)).map(({ position }) => position);
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
}

function readLayout(laid: ElkNode, origin: Position): TidyLayout {
  const positions: Record<string, Position> = {};
  const sizes: Record<string, { width: number; height: number }> = {};
  const read = (nodes: readonly ElkNode[], shift: Position): void => {
    for (const { id, x = 0, y = 0, width = 0, height = 0, children = [] } of nodes) {
      positions[id] = { x: Math.round(x + shift.x), y: Math.round(y + shift.y) };
      if (children.length > 0) sizes[id] = { width: Math.round(width), height: Math.round(height) };
      read(children, { x: 0, y: 0 });
    }
  };
  read(laid.children ?? [], origin);
  return { positions, sizes };
}
