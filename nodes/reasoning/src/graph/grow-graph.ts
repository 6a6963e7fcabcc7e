import { Problem, thoughtGraphLimits, type GraphThought, type ThoughtGraph } from '@jacquard/node-kit';

/** A graph with these thoughts more, and others to go on from. Throws `thoughts-too-many` where it would outgrow its limits. */
export function growGraph(
  { problem, thoughts }: ThoughtGraph,
  added: readonly GraphThought[],
  current: readonly string[],
): ThoughtGraph {
  const all = [...thoughts, ...added];
  const length = all.reduce((sum, { text }) => sum + text.length, 0);
  if (length > thoughtGraphLimits.allTexts) throw tooMany();
  requireRoom(thoughts.length, added.length);
  return { problem, thoughts: all, current: [...new Set(current)] };
}

/** Throws `thoughts-too-many` before a call is made whose thoughts would find no room. */
export function requireRoom(thoughts: number, more: number): void {
  if (thoughts + more > thoughtGraphLimits.thoughts) throw tooMany();
}

function tooMany(): Problem {
  return new Problem('thoughts-too-many', {
    most: thoughtGraphLimits.thoughts,
    characters: thoughtGraphLimits.allTexts,
  });
}
