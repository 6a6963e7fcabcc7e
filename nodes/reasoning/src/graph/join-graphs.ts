import { readThoughtGraph, type GraphThought, type ThoughtGraph } from '@jacquard/node-kit';
import { growGraph } from './grow-graph.ts';

/**
 * Brings branches together: each thought once, in the order of the branches, with its latest score. The problem is that of the first.
 * Throws `thoughts-not-valid`, `thoughts-too-many`.
 */
export function joinGraphs(given: readonly unknown[]): ThoughtGraph {
  const graphs = given.map(readThoughtGraph);
  const thoughts = new Map<string, GraphThought>();
  for (const graph of graphs) {
    for (const thought of graph.thoughts) {
      const before = thoughts.get(thought.id);
      if (before === undefined || thought.value !== undefined) thoughts.set(thought.id, thought);
    }
  }
  const empty: ThoughtGraph = { problem: graphs[0]?.problem ?? '', thoughts: [], current: [] };
  return growGraph(
    empty,
    [...thoughts.values()],
    graphs.flatMap(({ current }) => current),
  );
}
