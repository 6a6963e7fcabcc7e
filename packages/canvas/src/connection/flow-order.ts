import { nodesById, scopeGraphs, topologicalOrder, type FlowDocument } from '@jacquard/flow';

/**
 * The ids of all nodes in the order in which the flow goes: what is read before what reads it, a scope before what it
 * holds. Nodes in a circle stand at the end of their scope, in the order written.
 */
export function flowOrder(flow: Pick<FlowDocument, 'nodes'>): readonly string[] {
  const nodes = nodesById(flow);
  const graphs = scopeGraphs(flow, nodes);
  const list = (scope: string | undefined): string[] => {
    const graph = graphs.get(scope);
    if (!graph) return [];
    const ordered = topologicalOrder(graph);
    const known = new Set(ordered);
    const rest = [...graph.keys()].filter((id) => !known.has(id));
    return [...ordered, ...rest].flatMap((id) => [id, ...(nodes.get(id)?.node.nodes ? list(id) : [])]);
  };
  return list(undefined);
}
