import {
  ancestorsOf,
  flowGraph,
  idleNodes,
  nodesById,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type ValueGraph,
} from '@jacquard/flow';
import { changedNodes, graphOf, stopsOf, type NextRun, type PastRun } from './stale-nodes.ts';

/** How the steps of a node stood when a run had ended. `failed`: at least one, also if its error was taken, or was stopped. */
export type PastState = 'done' | 'skipped' | 'failed' | 'absent';

/** The run before, with how far it came. */
export interface EndedRun extends PastRun {
  stateOf(node: string): PastState;
}

/** What a person may ask of a run besides: see the run's request. */
export interface RunWish {
  readonly target?: string | undefined;
  readonly from?: string | undefined;
  readonly afresh?: boolean | undefined;
}

/** What a run would do, told before it begins; ids in the order of the document. Loops count by what they hold. */
export interface RunForecast {
  /**
   * The most that would run: a node whose inputs turn out as they were, or that ran so before, is kept all the same. One
   * case isn't foreseen: steps with the same inputs share what is kept, so where one of them alone was run afresh, another
   * takes its new value, and what follows from that runs.
   */
  readonly runs: readonly string[];
  /** Their values are kept, surely. */
  readonly kept: readonly string[];
  readonly pinned: readonly string[];
  /** Those that run and would give something else each time. */
  readonly drawn: readonly string[];
}

/**
 * Foretells a run from the one before and what has changed since: changed nodes run, with all that hangs on them; so do
 * those that have no value yet. What only pinned nodes would read, and what is disabled, isn't counted.
 */
export function forecastRun(
  past: EndedRun | undefined,
  next: NextRun,
  descriptors: Descriptors,
  wish: RunWish = {},
): RunForecast {
  const document = wish.target === undefined ? next.document : neededFor(next.document, wish.target);
  const graph = graphOf(document, descriptors);
  const pins = new Set(next.pins.keys());
  const idle = idleNodes(document, pins);
  const isAtWork = (id: string): boolean => !idle.has(id) && !isDisabled(id, graph);
  const works = [...graph.nodes.keys()].filter((id) => isWork(graph.nodes.get(id)?.node, descriptors) && isAtWork(id));
  const fresh = freshNodes(past, { ...next, document }, descriptors, wish, graph);
  const mustRun = (id: string): boolean => past === undefined || fresh.has(id);
  const open = works.filter((id) => !pins.has(id));
  const runs = open.filter(mustRun);
  return {
    runs,
    kept: open.filter((id) => !mustRun(id) && past?.stateOf(id) === 'done'),
    pinned: [...graph.nodes.keys()].filter((id) => pins.has(id) && isAtWork(id)),
    drawn: runs.filter((id) => isDrawn(graph.nodes.get(id)?.node, descriptors)),
  };
}

/** The part of a flow that a run to a node is about: the node, or the scope around it, and all that it hangs on. */
export function neededFor(flow: FlowDocument, target: string): FlowDocument {
  const nodes = nodesById(flow);
  let outermost = target;
  for (let at = nodes.get(target)?.parent; at !== undefined; at = nodes.get(at)?.parent) outermost = at;
  const needed = ancestorsOf(flowGraph(flow), outermost).add(outermost);
  return { ...flow, nodes: Object.fromEntries(Object.entries(flow.nodes).filter(([id]) => needed.has(id))) };
}

/** Changed ones, those without a value, those that a person wants afresh, and what follows from any of them. */
function freshNodes(
  past: EndedRun | undefined,
  next: NextRun,
  descriptors: Descriptors,
  { from, afresh }: RunWish,
  graph: ValueGraph,
): ReadonlySet<string> {
  const first = new Set<string>();
  if (past !== undefined) {
    for (const id of changedNodes(past, next, descriptors, graph)) first.add(id);
    for (const { id, node } of graph.nodes.values()) {
      if (isRun(node, descriptors) && hasNoValue(past, id, graph)) first.add(id);
    }
  }
  if (from !== undefined) for (const id of withInner(from, graph)) first.add(id);
  if (afresh === true) {
    for (const { id, node } of graph.nodes.values())
      if (isDrawn(node, descriptors) && !next.pins.has(id)) first.add(id);
  }
  return graph.following(first, stopsOf(next, graph));
}

function withInner(scope: string, { nodes }: ValueGraph): string[] {
  const isWithin = (id: string | undefined): boolean =>
    id !== undefined && (id === scope || isWithin(nodes.get(id)?.parent));
  return [...nodes.keys()].filter((id) => isWithin(id));
}

/** Inputs and outputs of the flow are no steps, and components none of their own. */
function isRun({ type }: FlowNode, descriptors: Descriptors): boolean {
  const role = descriptors.get(type)?.role;
  return role !== undefined && role !== 'flow-input' && role !== 'flow-output' && role !== 'component';
}

/** Steps, and flows that are called; what holds nodes is not counted itself. */
function isWork(node: FlowNode | undefined, descriptors: Descriptors): boolean {
  const role = node && descriptors.get(node.type)?.role;
  return role === 'step' || role === 'switch' || (role === 'sub-flow' && node?.nodes === undefined);
}

/** Gives something else each time. What a called flow does isn't known here. */
function isDrawn(node: FlowNode | undefined, descriptors: Descriptors): boolean {
  if (node === undefined || !isWork(node, descriptors)) return false;
  const descriptor = descriptors.get(node.type);
  return descriptor?.role === 'sub-flow' || descriptor?.determinism !== 'pure';
}

function isDisabled(id: string, { nodes }: ValueGraph): boolean {
  for (let at = nodes.get(id); at !== undefined; at = at.parent === undefined ? undefined : nodes.get(at.parent)) {
    if (at.node.disabled === true) return true;
  }
  return false;
}

/** A scope that came to its end without a step of the node, as a loop over nothing, has nothing to run there. */
function hasNoValue(past: EndedRun, id: string, { nodes }: ValueGraph): boolean {
  const state = past.stateOf(id);
  if (state !== 'absent') return state === 'failed';
  for (let at = nodes.get(id)?.parent; at !== undefined; at = nodes.get(at)?.parent) {
    if (past.stateOf(at) === 'done' && !Object.hasOwn(past.given, at)) return false;
  }
  return true;
}
