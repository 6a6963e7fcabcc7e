import { createValueGraph, type FlowDocument } from '@jacquard/flow';
import type { NodePlan, Plan, ScopePlan } from './plan.ts';

/**
 * What runs afresh "from here": the node of the id, what it holds, and all whose value follows from theirs. A flow that is
 * called in such a place runs afresh as a whole. A node that the plan is given has its value already: nothing follows
 * through it.
 */
export function freshNodes({ flow, root }: Pick<Plan, 'flow' | 'root'>, from: string): Set<NodePlan> {
  const loops = loopTypes(root);
  const graph = createValueGraph(flow, (type) => loops.has(type));
  const disabled = [...graph.nodes.values()].filter(({ node }) => node.disabled === true).map(({ id }) => id);
  const ids = graph.following(withInner(flow.nodes, from), new Set([...disabled, ...givenIn(root)]));
  const fresh = new Set<NodePlan>();
  const visit = (scope: ScopePlan): void => {
    for (const node of scope.nodes) {
      const isCall = graph.nodes.get(node.id)?.node.nodes === undefined;
      if (ids.has(node.id)) fresh.add(node);
      if (node.scope === undefined) continue;
      if (!isCall) visit(node.scope);
      else if (ids.has(node.id)) addAll(node.scope, fresh);
    }
  };
  visit(root);
  return fresh;
}

function loopTypes({ nodes }: ScopePlan, found = new Set<string>()): Set<string> {
  for (const { type, scope } of nodes) {
    if (scope !== undefined && scope.kind !== 'sub-flow') found.add(type);
    if (scope !== undefined) loopTypes(scope, found);
  }
  return found;
}

/** Of a request's pins these are the ones that fit: the plan is made around no others. */
function givenIn({ nodes }: ScopePlan): string[] {
  return nodes.flatMap(({ id, isGiven, scope }) => [...(isGiven ? [id] : []), ...(scope ? givenIn(scope) : [])]);
}

/** The node and all that it holds, at any depth. */
function withInner(nodes: FlowDocument['nodes'], id: string, isWithin = false): string[] {
  return Object.entries(nodes).flatMap(([own, { nodes: inner = {} }]) => {
    const isIn = isWithin || own === id;
    return [...(isIn ? [own] : []), ...withInner(inner, id, isIn)];
  });
}

function addAll(scope: ScopePlan, fresh: Set<NodePlan>): void {
  for (const node of scope.nodes) {
    fresh.add(node);
    if (node.scope !== undefined) addAll(node.scope, fresh);
  }
}
