import { trace, type Budget, type GraphThought, type ReasoningItem, type ThoughtGraph } from '@jacquard/node-kit';
import { bestThought } from './rank-thoughts.ts';

/** An item of a graph's insides. */
export type GraphItem = ReturnType<typeof trace>;

/** Tells a graph as it has grown before this step: its thoughts, their scores, and which of them went no further. */
export function* tellGraph({ thoughts, current }: ThoughtGraph): Generator<GraphItem, void, void> {
  for (const { id, parents, depth, text, operation, by } of thoughts) {
    yield trace('thought', { id, parents, depth, text, operation, by });
  }
  for (const thought of thoughts) yield* tellScore(thought);
  const goOn = new Set([...current, ...thoughts.flatMap(({ parents }) => parents)]);
  yield* tellSelections(
    thoughts.filter(({ id }) => goOn.has(id)),
    thoughts.filter(({ id }) => !goOn.has(id)),
  );
}

/** What a thought is worth, where it was scored; its call, where that was one of this step. */
export function* tellScore(
  { id, value, verdicts }: GraphThought,
  from?: { readonly call: string },
): Generator<GraphItem, void, void> {
  if (value !== undefined) yield trace('evaluation', { thought: id, value, verdicts, from });
}

/** Which thoughts go on and which are left, at each depth where some are. */
export function* tellSelections(
  kept: readonly GraphThought[],
  pruned: readonly GraphThought[],
): Generator<GraphItem, void, void> {
  const depths = new Set(pruned.map(({ depth }) => depth));
  for (const depth of [...depths].toSorted((one, other) => one - other)) {
    const idsAt = (thoughts: readonly GraphThought[]): string[] =>
      thoughts.filter((thought) => thought.depth === depth).map(({ id }) => id);
    yield trace('selection', { depth, kept: idsAt(kept), pruned: idsAt(pruned), by: 'value' });
  }
}

/** Tells how a step on a graph has ended: which thought is the best, where any is scored, and what it has used. */
export function* endGraph(
  graph: ThoughtGraph,
  { bound, spent }: Pick<Budget, 'bound' | 'spent'>,
  reason: ReasoningItem<'stop'>['reason'],
): Generator<GraphItem, void, void> {
  const best = bestThought(graph);
  if (best?.value !== undefined) yield trace('choice', { candidate: best.id });
  yield trace('stop', {
    reason: best?.isSolved === true ? 'solved' : reason,
    ...spent,
    spared: bound.calls - spent.calls,
  });
}
