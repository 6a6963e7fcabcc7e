import type { GraphThought, ThoughtGraph } from '@jacquard/node-kit';
import { rankThoughts } from './rank-thoughts.ts';
import { currentThoughts, thoughtsById } from './thoughts-by-id.ts';

/**
 * Which of the current thoughts go on: the `most` best of all, or of each group that was made from the same thoughts. They keep their order. A
 * refined thought stands in the group of the one that it was refined from.
 */
export function keepBest(
  graph: ThoughtGraph,
  most: number,
  of: 'all' | 'group',
): { readonly kept: readonly GraphThought[]; readonly pruned: readonly GraphThought[] } {
  const byId = thoughtsById(graph);
  const current = currentThoughts(graph);
  const groups = Map.groupBy(current, (thought) => (of === 'all' ? '' : originOf(thought, byId)));
  const goOn = new Set([...groups.values()].flatMap((group) => rankThoughts(group).slice(0, most)));
  return {
    kept: current.filter((thought) => goOn.has(thought)),
    pruned: current.filter((thought) => !goOn.has(thought)),
  };
}

function originOf(thought: GraphThought, byId: ReadonlyMap<string, GraphThought>): string {
  let first = thought;
  while (first.operation === 'refine') {
    const before = byId.get(first.parents[0] ?? '');
    if (before === undefined) break;
    first = before;
  }
  return first.parents.join(' ');
}
