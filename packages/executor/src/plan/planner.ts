import { Problem, type FlowDocument } from '@jacquard/flow';
import type { NodeRegistry, Resolver } from '../interfaces.ts';
import { compile } from './compile.ts';
import type { Plan } from './plan.ts';
import { pruneFlow } from './prune-flow.ts';

/** How many plans a process keeps; the one used least lately goes first. */
const most = 200;

/** Compiles flows, each once as long as neither it nor a flow that it calls changes. */
export interface Planner {
  plan(flow: FlowDocument, target: string | undefined, more?: PlanMore): Promise<Plan>;
}

interface PlanMore {
  /** The called flows as an earlier run began with them. */
  readonly recorded?: Readonly<Record<string, FlowDocument>> | undefined;
  /** Nodes whose outputs the run is given. */
  readonly given?: ReadonlySet<string> | undefined;
}

/** A planner that forgets with its process. `depth` bounds how deep flows call each other. */
export function createPlanner(
  registry: NodeRegistry,
  resolver: Pick<Resolver, 'flow'>,
  depth: number | undefined,
): Planner {
  const texts = new WeakMap<FlowDocument, string>();
  const plans = new Map<string, Plan>();

  const textOf = (flow: FlowDocument): string => {
    const known = texts.get(flow);
    if (known !== undefined) return known;
    const { layout: _layout, name: _name, description: _description, ...logic } = flow;
    const text = JSON.stringify(logic);
    texts.set(flow, text);
    return text;
  };
  return {
    plan: async (flow, target, { recorded, given } = {}) => {
      const called = recorded ?? (callsFlows(flow) ? await fetchCalled(flow, resolver) : {});
      const parts = Object.entries(called).map(([id, one]) => id + textOf(one));
      const key = [target ?? '', [...(given ?? [])].sort().join(), textOf(flow), ...parts].join('\n');
      const known = plans.get(key);
      if (known !== undefined) {
        plans.delete(key);
        plans.set(key, known);
        return known.flow.layout === flow.layout ? known : { ...known, flow: { ...flow, types: known.flow.types } };
      }
      if (target !== undefined && !holdsNode(flow, target)) throw new Problem('node-not-found', { id: target });
      const pruned = target === undefined ? flow : pruneFlow(flow, target);
      const plan = compile(pruned, registry, {
        flow: (id) => (Object.hasOwn(called, id) ? called[id] : undefined),
        depth,
        given,
      });
      const isPartial = target !== undefined || (given !== undefined && given.size > 0);
      const whole: Plan = { ...plan, flow: { ...flow, types: plan.flow.types }, isPartial };
      plans.set(key, whole);
      const oldest = plans.size > most ? plans.keys().next().value : undefined;
      if (oldest !== undefined) plans.delete(oldest);
      return whole;
    },
  };
}

type Nodes = FlowDocument['nodes'];

/** Whether a node is in a flow, at any depth. */
export function holdsNode({ nodes }: { readonly nodes: Nodes }, id: string): boolean {
  if (Object.hasOwn(nodes, id)) return true;
  return Object.values(nodes).some((node) => node.nodes !== undefined && holdsNode({ nodes: node.nodes }, id));
}

/** The ids of the flows that nodes name in an input `flow`. Which of them are calls, the compiler knows. */
function calledIds(nodes: Nodes, found = new Set<string>()): Set<string> {
  for (const node of Object.values(nodes)) {
    const flow =
      node.nodes === undefined && node.inputs !== undefined && Object.hasOwn(node.inputs, 'flow')
        ? node.inputs['flow']
        : undefined;
    if (typeof flow === 'string') found.add(flow);
    if (node.nodes !== undefined) calledIds(node.nodes, found);
  }
  return found;
}

function callsFlows({ nodes }: FlowDocument): boolean {
  return calledIds(nodes).size > 0;
}

/** The documents of all flows that a flow calls, near or far. */
async function fetchCalled(
  flow: FlowDocument,
  resolver: Pick<Resolver, 'flow'>,
): Promise<Record<string, FlowDocument>> {
  const found: Record<string, FlowDocument> = {};
  let open = [...calledIds(flow.nodes)];
  while (open.length > 0) {
    const documents = await Promise.all(open.map(async (id) => [id, await resolver.flow(id)] as const));
    const next = new Set<string>();
    for (const [id, document] of documents) {
      if (document === undefined) continue;
      found[id] = document;
      for (const inner of calledIds(document.nodes)) next.add(inner);
    }
    open = [...next].filter((id) => !Object.hasOwn(found, id));
  }
  return found;
}
