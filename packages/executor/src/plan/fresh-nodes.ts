import { scopesAround } from './find-node.ts';
import type { NodePlan, Plan, ScopePlan } from './plan.ts';

/**
 * The node of the id and what hangs on it, in its scope and in those around: what runs afresh "from here". Nothing for a
 * node that the plan has left out, because only given nodes would read it.
 */
export function freshNodes({ flow, root }: Pick<Plan, 'flow' | 'root'>, from: string): Set<NodePlan> {
  const fresh = new Set<NodePlan>();
  let scope: ScopePlan | undefined = root;
  for (const id of [...(scopesAround(flow.nodes, from) ?? []), from]) {
    const node: NodePlan | undefined = scope?.byId.get(id);
    if (scope === undefined || node === undefined) break;
    if (id === from && node.scope !== undefined) addAll(node.scope, fresh);
    addDependants(scope, node, fresh);
    scope = node.scope;
  }
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
