/** A directed graph: the sources of each node, by id. Ids that are no key are no part of it. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Everything that a node hangs on, near or far; not the node itself, unless it is in a cycle. */
export function ancestorsOf(graph: Graph, id: string): Set<string> {
  return reachableFrom(graph, id);
}

/** Everything that hangs on a node, near or far; not the node itself, unless it is in a cycle. */
export function descendantsOf(graph: Graph, id: string): Set<string> {
  return reachableFrom(dependantsOf(graph), id);
}

/** The same graph with its arrows turned: who reads each node. */
export function dependantsOf(graph: Graph): Map<string, string[]> {
  const turned = new Map<string, string[]>([...graph.keys()].map((id) => [id, []]));
  for (const [id, sources] of graph) for (const source of sources) turned.get(source)?.push(id);
  return turned;
}

/**
 * The nodes in an order in which each stands after all its sources; of those that are free at once, in the graph's
 * order (Kahn 1962). Nodes in a cycle, and what hangs on them, are left out.
 */
export function topologicalOrder(graph: Graph): string[] {
  const dependants = dependantsOf(graph);
  const waiting = new Map<string, number>();
  for (const [id, sources] of graph) waiting.set(id, sources.filter((source) => graph.has(source)).length);
  const order = [...graph.keys()].filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const dependant of dependants.get(order[at] ?? '') ?? []) {
      const left = (waiting.get(dependant) ?? 0) - 1;
      waiting.set(dependant, left);
      if (left === 0) order.push(dependant);
    }
  }
  return order;
}

/** A cycle's nodes, each a source of the next and the last a source of the first; undefined when there is none. */
export function findCycle(graph: Graph): string[] | undefined {
  const ordered = new Set(topologicalOrder(graph));
  const start = [...graph.keys()].find((id) => !ordered.has(id));
  if (start === undefined) return undefined;
  const path: string[] = [];
  const placeOf = new Map<string, number>();
  let at: string | undefined = start;
  while (at !== undefined && !placeOf.has(at)) {
    placeOf.set(at, path.length);
    path.push(at);
    at = graph.get(at)?.find((source) => graph.has(source) && !ordered.has(source));
  }
  return at === undefined ? undefined : path.slice(placeOf.get(at)).reverse();
}

function reachableFrom(graph: Graph, id: string): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const source of graph.get(next) ?? []) {
      if (found.has(source) || !graph.has(source)) continue;
      found.add(source);
      open.push(source);
    }
  }
  return found;
}
