import { parseAddress } from './address.ts';
import type { FlowDocument } from './flow-document.ts';
import type { Graph } from './graph.ts';
import { sourcesOf } from './input-form.ts';
import { isReadInside, nodeInputs } from './node-inputs.ts';
import { nodesById, type PlacedNode } from './nodes-by-id.ts';

/**
 * The graphs of a flow, one a scope, by the scope's id (`undefined`: the top). What a node inside a scope reads outside
 * of it is a source of the scope, since the scope can't begin before; references that lead nowhere are left out.
 */
export function scopeGraphs(
  flow: Pick<FlowDocument, 'nodes'>,
  nodes: ReadonlyMap<string, PlacedNode> = nodesById(flow),
): Map<string | undefined, Graph> {
  const sources = new Map<string, Set<string>>([...nodes.keys()].map((id) => [id, new Set()]));
  for (const { id, node } of nodes.values()) {
    for (const { place, input } of nodeInputs(node)) {
      for (const address of sourcesOf(input)) {
        addSource(nodes, sources, { id, isInside: isReadInside(place) }, parseAddress(address).node);
      }
    }
  }
  const graphs = new Map<string | undefined, Map<string, string[]>>([[undefined, new Map()]]);
  for (const { id, parent } of nodes.values()) {
    const graph = graphs.get(parent) ?? new Map<string, string[]>();
    graphs.set(parent, graph);
    graph.set(id, [...(sources.get(id) ?? [])]);
  }
  return graphs;
}

/** The graph at the top of a flow. */
export function flowGraph(flow: Pick<FlowDocument, 'nodes'>): Graph {
  return scopeGraphs(flow).get(undefined) ?? new Map();
}

interface Reader {
  readonly id: string;
  /** It reads as its own inner nodes do. */
  readonly isInside: boolean;
}

/** Climbs from the reader to the scope that holds the source: there they are neighbours. */
function addSource(
  nodes: ReadonlyMap<string, PlacedNode>,
  sources: ReadonlyMap<string, Set<string>>,
  reader: Reader,
  source: string,
): void {
  const scope = nodes.get(source)?.parent;
  if (!nodes.has(source) || (reader.isInside && (scope === reader.id || source === reader.id))) return;
  for (let at: string | undefined = reader.id; at !== undefined; at = nodes.get(at)?.parent) {
    const parent = nodes.get(at)?.parent;
    if (parent === scope) sources.get(at)?.add(source);
    if (parent === scope || parent === source) return;
  }
}
