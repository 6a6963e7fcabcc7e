import { sideBySide, type GraphThought, type Problem, type ThoughtGraph } from '@jacquard/node-kit';
import type { ScoredThought, ScoreThought, ThoughtScore } from './grade-thoughts.ts';
import { sourceTexts } from './sources-of.ts';
import { tellScore, type GraphItem } from './tell-graph.ts';
import { thoughtsById } from './thoughts-by-id.ts';

interface Scoring {
  readonly score: ScoreThought;
  /** So many different texts can be scored. */
  readonly most: number;
}

/** A graph with scores. */
export interface ScoredGraph {
  readonly graph: ThoughtGraph;
  /** Some of the thoughts couldn't be scored any more. */
  readonly isCut: boolean;
  readonly failure: Problem | undefined;
}

const atOnce = 8;

/** Scores these thoughts of a graph and tells each score when it is there. The same text of the same sources is scored once. */
export async function* scoreThoughtsOf(
  graph: ThoughtGraph,
  thoughts: readonly GraphThought[],
  { score, most }: Scoring,
): AsyncGenerator<GraphItem, ScoredGraph, void> {
  const groups = groupTwins(graph, thoughts);
  const scored = groups.slice(0, most);
  const scores = new Map<string, ThoughtScore>();
  for await (const { index, result } of sideBySide(scored, atOnce, ([first], place) => score(first, place))) {
    for (const { thought } of scored[index] ?? []) {
      scores.set(thought.id, result);
      yield* tellScore(withScore(thought, result), result.from);
    }
  }
  const failure = [...scores.values()].find(({ failure: failed }) => failed !== undefined)?.failure;
  return {
    graph: {
      ...graph,
      thoughts: graph.thoughts.map((thought) => withScore(thought, scores.get(thought.id))),
    },
    isCut: groups.length > most,
    failure,
  };
}

type Twins = readonly [ScoredThought, ...ScoredThought[]];

function groupTwins(graph: ThoughtGraph, thoughts: readonly GraphThought[]): readonly Twins[] {
  const byId = thoughtsById(graph);
  const groups = new Map<string, [ScoredThought, ...ScoredThought[]]>();
  for (const thought of thoughts) {
    const parents = thought.parents.flatMap((id) => byId.get(id)?.text ?? []);
    const sources = sourceTexts(thought, byId, graph.problem);
    const scored = { thought, problem: graph.problem, parents, sources };
    const key = JSON.stringify([thought.text, parents, sources]);
    const twins = groups.get(key);
    if (twins) twins.push(scored);
    else groups.set(key, [scored]);
  }
  return [...groups.values()];
}

function withScore(thought: GraphThought, score: ThoughtScore | undefined): GraphThought {
  if (score === undefined) return thought;
  const { value: _before, verdicts: _said, isSolved: _was, ...bare } = thought;
  const { value, verdicts, isSolved } = score;
  return {
    ...bare,
    ...(value !== undefined && { value }),
    ...(verdicts.length > 0 && { verdicts: verdicts.slice(0, 200) }),
    ...(isSolved === true && { isSolved }),
  };
}
