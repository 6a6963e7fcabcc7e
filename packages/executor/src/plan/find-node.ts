import type { NodePlan, Plan } from './plan.ts';

/**
 * The node that a key of given values names: by its id, wherever in the run's own flow it stands, or by the path of one
 * of its steps (`each[3]/grade`). Undefined when the plan has none, inside a called flow by its id alone.
 */
export function findGivenNode(plan: Plan, key: string): NodePlan | undefined {
  return isPath(key) ? nodeOfPath(plan, key) : findNode(plan, key);
}

/** Whether a key names one step of a node rather than all of them. */
export function isPath(key: string): boolean {
  return key.includes('/');
}

function nodeOfPath({ root }: Plan, path: string): NodePlan | undefined {
  const ids = path.split('/').map((segment) => segment.replace(/\[\d+\]$/, ''));
  let found: NodePlan | undefined;
  let scope: Plan['root'] | undefined = root;
  for (const id of ids) {
    found = scope?.byId.get(id);
    scope = found?.scope;
  }
  return found;
}

/** The node of an id of the run's own flow: ids are unique in it, but a flow that it calls may have the same. */
function findNode({ flow, root }: Pick<Plan, 'flow' | 'root'>, id: string): NodePlan | undefined {
  const scopes = scopesAround(flow.nodes, id);
  let at: Plan['root'] | undefined = scopes && root;
  for (const scope of scopes ?? []) at = at?.byId.get(scope)?.scope;
  return at?.byId.get(id);
}

/** The ids of the scopes that a node stands in, the outermost first; undefined when there is no such node. */
function scopesAround(nodes: Plan['flow']['nodes'], id: string): readonly string[] | undefined {
  if (Object.hasOwn(nodes, id)) return [];
  for (const [scope, { nodes: inner }] of Object.entries(nodes)) {
    const around = inner && scopesAround(inner, id);
    if (around !== undefined) return [scope, ...around];
  }
  return undefined;
}
