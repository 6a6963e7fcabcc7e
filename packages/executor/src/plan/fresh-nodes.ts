import type { NodePlan, Plan, ScopePlan } from './plan.ts';

/** The node of the id and what hangs on it, in its scope and in those around: what runs afresh "from here". */
export function freshNodes({ root }: Plan, from: string): Set<NodePlan> {
  const fresh = new Set<NodePlan>();
  const visit = (scope: ScopePlan): boolean => {
    for (const node of scope.nodes) {
      const isFrom = node.id === from;
      if (!isFrom && (node.scope === undefined || !visit(node.scope))) continue;
      if (isFrom && node.scope !== undefined) addAll(node.scope, fresh);
      addDependants(scope, node, fresh);
      return true;
    }
    return false;
  };
  visit(root);
  return fresh;
}

function addDependants(scope: ScopePlan, node: NodePlan, fresh: Set<NodePlan>): void {
  if (fresh.has(node)) return;
  fresh.add(node);
  for (const index of node.dependants) {
    const dependant = scope.nodes[index];
    if (dependant === undefined) continue;
    if (dependant.scope !== undefined) addAll(dependant.scope, fresh);
    addDependants(scope, dependant, fresh);
  }
}

function addAll(scope: ScopePlan, fresh: Set<NodePlan>): void {
  for (const node of scope.nodes) {
    fresh.add(node);
    if (node.scope !== undefined) addAll(node.scope, fresh);
  }
}
