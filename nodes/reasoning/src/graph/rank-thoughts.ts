import type { GraphThought, ThoughtGraph } from '@jacquard/node-kit';
import { currentThoughts } from './thoughts-by-id.ts';

/** The highest value first, the earlier one where two are worth the same; those that nobody has scored come last. */
export function rankThoughts(thoughts: readonly GraphThought[]): readonly GraphThought[] {
  return thoughts
    .map((thought, place) => ({ thought, place }))
    .toSorted((one, other) => worthOf(other.thought) - worthOf(one.thought) || one.place - other.place)
    .map(({ thought }) => thought);
}

/** The best of those that the next operation works on. */
export function bestThought(graph: ThoughtGraph): GraphThought | undefined {
  return rankThoughts(currentThoughts(graph))[0];
}

function worthOf({ value = -Number.MAX_VALUE }: GraphThought): number {
  return value;
}
