import { ancestorsOf, flowGraph, nodesById, type FlowDocument } from '@jacquard/flow';

/**
 * What is left of a flow when only one node's value is wanted: the node and all that it hangs on. A node inside a scope
 * stands for its outermost scope.
 */
export function pruneFlow(flow: FlowDocument, target: string): FlowDocument {
  const placed = nodesById(flow);
  let outermost = target;
  for (let at = placed.get(target)?.parent; at !== undefined; at = placed.get(at)?.parent) outermost = at;
  const needed = ancestorsOf(flowGraph(flow), outermost).add(outermost);
  const nodes = Object.fromEntries(Object.entries(flow.nodes).filter(([id]) => needed.has(id)));
  return { ...flow, nodes };
}
