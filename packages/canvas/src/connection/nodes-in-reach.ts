import type { CanvasFlow, CanvasNode } from '../projection/project-flow.ts';

/** What a node can read from. */
export interface Reach {
  /** The scopes around it, the nearest first: it reads their inner ports. */
  readonly around: readonly CanvasNode[];
  /** Nodes whose outputs it may read without a circle, the nearest on the canvas first. */
  readonly others: readonly CanvasNode[];
}

/** The scopes and nodes that a node may be wired from. Linear in the flow, but for sorting. */
export function nodesInReach(canvas: CanvasFlow, id: string): Reach {
  const nodes = new Map(canvas.nodes.map((node) => [node.id, node]));
  const own = nodes.get(id);
  if (!own) return { around: [], others: [] };
  const around = scopesAround(nodes, own);
  const later = readers(canvas, nodes, id);
  const others = canvas.nodes
    .filter((node) => !later.has(node.id) && isInReach(node, around))
    .map((node) => ({ node, far: distance(nodes, own, node) }))
    .toSorted((one, other) => one.far - other.far)
    .map(({ node }) => node);
  return { around, others };
}

function scopesAround(nodes: ReadonlyMap<string, CanvasNode>, node: CanvasNode): CanvasNode[] {
  const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
  return parent ? [parent, ...scopesAround(nodes, parent)] : [];
}

/** A node sees the nodes of its own scope and of those around it. */
function isInReach({ parent }: CanvasNode, around: readonly CanvasNode[]): boolean {
  return parent === undefined || around.some((scope) => scope.id === parent);
}

/** The node itself, the scopes around it, and all that reads one of these. */
function readers(canvas: CanvasFlow, nodes: ReadonlyMap<string, CanvasNode>, id: string): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { source, target } of canvas.wires) next.set(source, [...(next.get(source) ?? []), target]);
  const found = new Set([id]);
  for (const at of found) {
    for (const reader of next.get(at) ?? []) found.add(reader);
    const parent = nodes.get(at)?.parent;
    if (parent !== undefined) found.add(parent);
  }
  return found;
}

function distance(nodes: ReadonlyMap<string, CanvasNode>, one: CanvasNode, other: CanvasNode): number {
  const [from, to] = [placeOf(nodes, one), placeOf(nodes, other)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}

/** Where a node stands on the canvas; in a scope it is placed relative to it. */
function placeOf(
  nodes: ReadonlyMap<string, CanvasNode>,
  { position, parent }: CanvasNode,
): { readonly x: number; readonly y: number } {
  const scope = parent === undefined ? undefined : nodes.get(parent);
  if (!scope) return position;
  const around = placeOf(nodes, scope);
  return { x: around.x + position.x, y: around.y + position.y };
}
