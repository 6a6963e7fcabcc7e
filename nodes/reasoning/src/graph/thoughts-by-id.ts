import type { GraphThought, ThoughtGraph } from '@jacquard/node-kit';

/** The thoughts of a graph by their ids. */
export function thoughtsById({ thoughts }: Pick<ThoughtGraph, 'thoughts'>): ReadonlyMap<string, GraphThought> {
  return new Map(thoughts.map((thought) => [thought.id, thought]));
}

/** The thoughts that the next operation works on, in order. */
export function currentThoughts(graph: ThoughtGraph): readonly GraphThought[] {
  const byId = thoughtsById(graph);
  return graph.current.flatMap((id) => byId.get(id) ?? []);
}
