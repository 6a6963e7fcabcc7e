import {
  defineNode,
  extractionOf,
  openBudget,
  readThoughtGraph,
  trace,
  type CallBound,
  type GraphThought,
  type PortValues,
  type ThoughtGraph,
} from '@jacquard/node-kit';
import { generateInputs, proposing, sampling } from './graph/generate-inputs.ts';
import { graphOutputs, graphValues } from './graph/graph-ports.ts';
import { growGraph, requireRoom } from './graph/grow-graph.ts';
import { newThought } from './graph/new-thought.ts';
import { renderPrompt } from './graph/render-prompt.ts';
import { sourceTexts } from './graph/sources-of.ts';
import { endGraph, tellGraph } from './graph/tell-graph.ts';
import { currentThoughts, thoughtsById } from './graph/thoughts-by-id.ts';
import { writeThoughts, type WritingTask } from './graph/write-thoughts.ts';

const bound: CallBound = {
  calls: [
    { factors: ['most', 'count'], when: [sampling] },
    { factors: ['most'], when: [proposing] },
  ],
  tokens: 'maxTokens',
};

type Given = PortValues<typeof generateInputs>;

/**
 * Graph of thoughts, generation (Besta et al. 2024, “Graph of Thoughts: Solving Elaborate Problems with Large Language Models”): new thoughts
 * from the problem, from its parts, or from each thought that goes on.
 */
export const generateThoughts = defineNode({
  type: 'reasoning.generate-thoughts',
  version: 1,
  title: { en: 'Generate thoughts', fr: 'Générer des pensées (graphe de pensées)' },
  summary: {
    en: 'Has the model write several thoughts from a problem, its parts, or earlier thoughts.',
    fr: 'Fait écrire au modèle plusieurs pensées à partir d’un problème, de ses parties ou de pensées précédentes.',
  },
  documentation: {
    en: 'One of five nodes from which you wire a graph of thoughts yourself (Besta et al. 2024): generate, score, keep the best, aggregate, refine. A tree goes apart only; in a graph thoughts can be brought together again. So a problem that is too large for one prompt can be split, solved in parts and merged. Here thoughts begin, or go on: k from the problem; k from each of the parts that you wire; or k from each thought that arrives. It costs one call for each thought (sampled), or one for each thought that is gone on from (proposed). It helps where parts of a problem can be solved and checked by themselves: sorting, counting, merging texts. It doesn’t help where everything hangs together or one prompt is enough: the graph costs many times as much. The starter model can’t sort: on five lists of 32 digits it made 31 mistakes a list with one prompt and 26 with a graph, where the unsorted lists have 14; with so small a model a graph shows how the method works, and no more. Hint: the example “Sort with a graph of thoughts” shows all five at work.',
    fr: 'L’un des cinq nœuds avec lesquels vous câblez vous-même un graphe de pensées (Besta et al. 2024) : générer, évaluer, garder les meilleures, agréger, affiner. Un arbre ne fait que se ramifier ; dans un graphe, les pensées peuvent se rejoindre. Un problème trop grand pour un seul prompt peut donc être découpé, résolu par parties et fusionné. Ici les pensées commencent ou continuent : k à partir du problème ; k pour chacune des parties que vous reliez ; ou k pour chaque pensée qui arrive. Cela coûte un appel par pensée (échantillonnées), ou un par pensée poursuivie (proposées). Cela aide quand les parties d’un problème se résolvent et se vérifient séparément : trier, compter, fusionner des textes. Inutile quand tout se tient ou qu’un seul prompt suffit : le graphe coûte bien plus cher. Le modèle de départ ne sait pas trier : sur cinq listes de 32 chiffres, il a fait 31 fautes par liste avec un seul prompt et 26 avec un graphe, quand les listes non triées en ont 14 ; avec un si petit modèle, un graphe montre comment la méthode marche, rien de plus. Astuce : l’exemple « Trier avec un graphe de pensées » montre les cinq à l’œuvre.',
  },
  keywords: {
    en: 'GoT graph of thoughts branch split sample propose',
    fr: 'GoT graphe de pensées ramifier découper échantillonner proposer',
  },
  icon: 'git-branch-plus',
  inputs: generateInputs,
  requiresOneOf: ['problem', 'parts', 'thoughts'],
  bound,
  outputs: graphOutputs,
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['1 3', '2 4'] },
      problem: 'Sort: 3 1 4 2',
      parts: ['3 1', '4 2'],
      count: 1,
    },
    outputs: { texts: ['1 3', '2 4'] },
  },
  async *run({ inputs: given, seed, signal }) {
    const { count, generator, most } = given;
    const before = startOf(given, seed);
    const tasks = tasksOf(before, given);
    requireRoom(before.thoughts.length, tasks.length * count);
    const calls = tasks.length * (generator === 'sample' ? count : 1);
    const budget = openBudget(bound, given, { maxCalls: Math.min(given.maxCalls ?? calls, calls) });
    yield trace('bound', budget.bound);
    yield* tellGraph(before);
    const { thoughts, isCut } = yield* writeThoughts(tasks, {
      operation: 'generate',
      reading: generator === 'sample' ? 'samples' : 'items',
      extraction: extractionOf(given),
      model: budget.model(given.model),
      budget,
      temperature: given.temperature,
      maxTokens: given.maxTokens,
      seed,
      signal,
    });
    const taken = currentThoughts(before).slice(0, most);
    const next = taken.length === 0 ? thoughts.flat().map(({ id }) => id) : goneOn(before, taken, thoughts);
    const graph = growGraph(before, thoughts.flat(), next);
    const isLeft = isCut || before.current.length > most;
    yield* endGraph(graph, budget, isLeft ? 'budget' : 'complete');
    return graphValues(graph, budget.spent.calls);
  },
});

/** The graph that is gone on from: what arrived, with the parts as first thoughts. */
function startOf({ thoughts, problem = '', parts = [] }: Given, seed: number): ThoughtGraph {
  const arrived: ThoughtGraph =
    thoughts === undefined ? { problem: '', thoughts: [], current: [] } : readThoughtGraph(thoughts);
  const graph = problem.trim() === '' ? arrived : { ...arrived, problem };
  const first = parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text, place) => newThought({ operation: 'generate', by: 'rule', parents: [], text, place, seed }));
  return growGraph(graph, first, [...graph.current, ...first.map(({ id }) => id)]);
}

function tasksOf(graph: ThoughtGraph, given: Given): readonly WritingTask[] {
  const { generator, samplePrompt, proposePrompt, count, most } = given;
  const byId = thoughtsById(graph);
  const current = currentThoughts(graph).slice(0, most);
  const froms: readonly (GraphThought | undefined)[] = current.length === 0 ? [undefined] : current;
  return froms.map((thought, index) => ({
    name: froms.length === 1 ? 'generate' : `generate ${index + 1}`,
    parents: thought === undefined ? [] : [thought],
    count,
    prompt: renderPrompt(generator === 'sample' ? samplePrompt : proposePrompt, {
      problem: graph.problem,
      thought: thought?.text ?? '',
      sources: thought === undefined ? '' : sourceTexts(thought, byId, graph.problem).join('\n\n'),
      count,
    }),
  }));
}

/** In the place of each thought what came of it; one that brought nothing, and one that wasn't taken, stays. */
function goneOn(
  { current }: ThoughtGraph,
  taken: readonly GraphThought[],
  grown: readonly (readonly GraphThought[])[],
): readonly string[] {
  const places = new Map(taken.map(({ id }, place) => [id, place]));
  return current.flatMap((id) => {
    const place = places.get(id);
    const children = place === undefined ? [] : (grown[place] ?? []);
    return children.length === 0 ? [id] : children.map((child) => child.id);
  });
}
