import type { GraphThought } from '@jacquard/node-kit';

/**
 * The first thoughts that one goes back to, in the order in which they were brought together; none for a first one. Of a merged list these
 * are the parts that it was sorted from, whatever was made of them in between.
 */
function sourcesOf(thought: GraphThought, byId: ReadonlyMap<string, GraphThought>): readonly GraphThought[] {
  const seen = new Set<string>();
  const sources: GraphThought[] = [];
  const open = thought.parents.toReversed();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const ancestor = byId.get(id);
    if (ancestor === undefined || seen.has(id)) continue;
    seen.add(id);
    if (ancestor.parents.length === 0) sources.push(ancestor);
    else open.push(...ancestor.parents.toReversed());
  }
  return sources;
}

/** The texts that a thought is to be measured by: its sources; a given part itself; else the problem. */
export function sourceTexts(
  thought: GraphThought,
  byId: ReadonlyMap<string, GraphThought>,
  problem: string,
): readonly string[] {
  const sources = sourcesOf(thought, byId);
  if (sources.length > 0) return sources.map(({ text }) => text);
  return [thought.by === 'rule' ? thought.text : problem];
}
