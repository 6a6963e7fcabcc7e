import { parseAddress } from './address.ts';
import type { FlowDocument } from './flow-document.ts';
import { sourcesOf } from './input-form.ts';
import { nodeInputs } from './node-inputs.ts';
import { nodesById, type PlacedNode } from './nodes-by-id.ts';

/**
 * The nodes that have nothing to do while the values of those in `given` are there already: what only they would read,
 * near or far, and what stands inside a scope that is given. A node that nobody reads is wanted for its own sake.
 *
 * ```
 *   a ──▶ b ──▶ GIVEN ──▶ c      a and b are idle, d is not: e reads it, too
 *         d ──▶ GIVEN
 *         d ──▶ e
 * ```
 */
export function idleNodes(flow: Pick<FlowDocument, 'nodes'>, given: ReadonlySet<string>): Set<string> {
  if (given.size === 0) return new Set();
  const nodes = nodesById(flow);
  const inner = Map.groupBy(nodes.values(), ({ parent }) => parent);
  const read = readNodes(nodes);
  const isWantedForItself = ({ id }: PlacedNode): boolean => !read.has(id);
  const busy = new Set<string>();
  const open = (inner.get(undefined) ?? []).filter(isWantedForItself);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (busy.has(next.id)) continue;
    busy.add(next.id);
    if (given.has(next.id)) continue;
    for (const source of sourcesOfNode(next)) {
      const placed = nodes.get(source);
      if (placed !== undefined) open.push(placed);
    }
    open.push(...(inner.get(next.id) ?? []).filter(isWantedForItself));
  }
  return new Set([...nodes.keys()].filter((id) => !busy.has(id)));
}

/** All that a node reads: by its inputs, and, of a scope, where its inner graph ends. */
function sourcesOfNode({ node }: PlacedNode): string[] {
  const inputs = nodeInputs(node).flatMap(({ input }) => sourcesOf(input));
  const outputs = Object.values(node.outputs ?? {}).flatMap((output) => sourcesOf(output));
  return [...inputs, ...outputs].map((address) => parseAddress(address).node);
}

/** The nodes that another one reads. That the nodes inside a scope read its own ports is no reason to run it. */
function readNodes(nodes: ReadonlyMap<string, PlacedNode>): Set<string> {
  const read = new Set<string>();
  for (const placed of nodes.values()) {
    for (const source of sourcesOfNode(placed)) if (!holds(nodes, source, placed.id)) read.add(source);
  }
  return read;
}

/** Whether a scope is the node itself, or stands around it. */
function holds(nodes: ReadonlyMap<string, PlacedNode>, scope: string, id: string): boolean {
  for (let at: string | undefined = id; at !== undefined; at = nodes.get(at)?.parent) if (at === scope) return true;
  return false;
}
