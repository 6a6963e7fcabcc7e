import {
  boolean,
  component,
  defineNode,
  extractionOf,
  number,
  openBudget,
  readThoughtGraph,
  text,
  trace,
  type Budget,
  type CallBound,
  type GraphThought,
  type PortValues,
  type ThoughtGraph,
} from '@jacquard/node-kit';
import { graphOutputs, graphValues, thoughtsInput } from './graph/graph-ports.ts';
import { growGraph, requireRoom } from './graph/grow-graph.ts';
import { mostInput, readingInputs } from './graph/reading-inputs.ts';
import { renderPrompt } from './graph/render-prompt.ts';
import { sourceTexts } from './graph/sources-of.ts';
import { endGraph, tellGraph, type GraphItem } from './graph/tell-graph.ts';
import { currentThoughts, thoughtsById } from './graph/thoughts-by-id.ts';
import { writeThoughts, type WritingTask } from './graph/write-thoughts.ts';
import { spendingInputs } from './spending-inputs.ts';

const inputs = {
  model: component('chat-model'),
  thoughts: thoughtsInput,
  rounds: number({
    label: { en: 'Rounds', fr: 'Tours' },
    help: { en: 'How often each thought is refined.', fr: 'Combien de fois chaque pensée est affinée.' },
    integer: true,
    min: 1,
    max: 20,
    default: 1,
  }),
  keepsBefore: boolean({
    label: { en: 'Keep the unrefined ones', fr: 'Garder aussi celles d’avant' },
    help: {
      en: 'They go on beside the refined ones, so that the better of the two can be kept.',
      fr: 'Elles continuent à côté des affinées, pour que la meilleure des deux puisse rester.',
    },
    default: false,
    fieldOnly: true,
  }),
  prompt: text({
    label: { en: 'Prompt', fr: 'Prompt' },
    help: {
      en: '{{problem}}, {{thought}}, {{sources}} (the first thoughts that it goes back to) and {{verdict}} (what its score said) are filled in.',
      fr: '{{problem}}, {{thought}}, {{sources}} (les premières pensées auxquelles elle remonte) et {{verdict}} (ce qu’a dit son évaluation) sont remplis.',
    },
    multiline: true,
    default: '{{problem}}\n\n{{thought}}\n\n{{verdict}}\n\nWrite this again, improved, and nothing else.',
  }),
  ...readingInputs,
  most: mostInput,
  ...spendingInputs(256),
} as const;

const bound: CallBound = { calls: [{ factors: ['most', 'rounds'] }], tokens: 'maxTokens' };

type Given = PortValues<typeof inputs>;

/** Graph of thoughts, refinement (Besta et al. 2024): a thought is written again, from itself. */
export const refineThoughts = defineNode({
  type: 'reasoning.refine-thoughts',
  version: 1,
  title: { en: 'Refine thoughts', fr: 'Affiner des pensées (graphe de pensées)' },
  summary: {
    en: 'Has the model write each thought again, improved.',
    fr: 'Fait récrire chaque pensée par le modèle, en mieux.',
  },
  documentation: {
    en: 'One of the five nodes for graphs of thoughts (Besta et al. 2024): the loop from a thought to itself. Each thought is written again, once a round, with what its score said at hand; it ends earlier when a round changes nothing. It costs thoughts × rounds calls. It helps where the last mistakes can be seen in the result: digits missing from a sorted list, a merged text that says something twice. It doesn’t help where the model can’t see them: the starter model makes a good thought worse as often as better, so keep the unrefined ones, score again and keep the best. Hint: have the scorer’s code give a verdict in words (“a 7 is missing”), and put {{verdict}} into the prompt.',
    fr: 'L’un des cinq nœuds pour les graphes de pensées (Besta et al. 2024) : la boucle d’une pensée à elle-même. Chaque pensée est récrite, une fois par tour, au vu de ce qu’a dit son évaluation ; cela s’arrête plus tôt quand un tour ne change rien. Cela coûte pensées × tours appels. Cela aide quand les dernières fautes se voient dans le résultat : des chiffres absents d’une liste triée, un texte fusionné qui se répète. Inutile quand le modèle ne les voit pas : le modèle de départ empire une bonne pensée aussi souvent qu’il l’améliore, gardez donc celles d’avant, réévaluez et gardez les meilleures. Astuce : faites donner au code de l’évaluateur un verdict en mots (« il manque un 7 »), et mettez {{verdict}} dans le prompt.',
  },
  keywords: {
    en: 'GoT graph of thoughts improve loop rewrite correct',
    fr: 'GoT graphe de pensées améliorer boucle récrire corriger',
  },
  icon: 'refresh-ccw-dot',
  inputs,
  bound,
  outputs: graphOutputs,
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['1 2 3'] },
      thoughts: {
        problem: 'Sort: 3 1 2',
        thoughts: [{ id: 'a', parents: [], depth: 1, text: '1 3 2', operation: 'generate' }],
        current: ['a'],
      },
    },
    outputs: { best: '1 2 3', texts: ['1 2 3'] },
  },
  async *run({ inputs: given, seed, signal }) {
    const before = readThoughtGraph(given.thoughts);
    const taken = currentThoughts(before).slice(0, given.most);
    const calls = taken.length * given.rounds;
    requireRoom(before.thoughts.length, calls);
    const budget = openBudget(bound, given, { maxCalls: Math.min(given.maxCalls ?? calls, calls) });
    yield trace('bound', budget.bound);
    yield* tellGraph(before);
    const { graph, refined, isCut } = yield* refine(before, taken, given, { budget, seed, signal });
    const next = before.current.flatMap((id) => {
      const last = refined.get(id);
      if (last === undefined) return [id];
      return given.keepsBefore ? [id, last] : [last];
    });
    const after = growGraph(graph, [], next);
    const isLeft = isCut || before.current.length > given.most;
    yield* endGraph(after, budget, isLeft ? 'budget' : 'complete');
    return graphValues(after, budget.spent.calls);
  },
});

interface RefiningTools {
  readonly budget: Budget;
  readonly seed: number;
  readonly signal: AbortSignal;
}

interface Refined {
  readonly graph: ThoughtGraph;
  /** The last form of each thought that was changed, by its id. */
  readonly refined: ReadonlyMap<string, string>;
  readonly isCut: boolean;
}

async function* refine(
  before: ThoughtGraph,
  taken: readonly GraphThought[],
  given: Given,
  tools: RefiningTools,
): AsyncGenerator<GraphItem, Refined, void> {
  const { budget } = tools;
  const refined = new Map<string, string>();
  let graph = before;
  let open = taken.map((thought) => ({ origin: thought.id, thought }));
  for (let round = 1; round <= given.rounds && open.length > 0; round++) {
    if (!budget.allows()) return { graph, refined, isCut: true };
    const { thoughts, isCut } = yield* writeThoughts(
      tasksOf(
        graph,
        open.map(({ thought }) => thought),
        round,
        given,
      ),
      {
        operation: 'refine',
        reading: 'samples',
        extraction: extractionOf(given),
        model: budget.model(given.model),
        budget,
        temperature: given.temperature,
        maxTokens: given.maxTokens,
        seed: tools.seed + round - 1,
        signal: tools.signal,
      },
    );
    graph = growGraph(graph, thoughts.flat(), graph.current);
    open = open.flatMap(({ origin, thought }, index) => {
      const [next] = thoughts[index] ?? [];
      if (next === undefined) return [];
      refined.set(origin, next.id);
      return next.text === thought.text ? [] : [{ origin, thought: next }];
    });
    if (isCut) return { graph, refined, isCut };
  }
  return { graph, refined, isCut: false };
}

function tasksOf(
  graph: ThoughtGraph,
  thoughts: readonly GraphThought[],
  round: number,
  { prompt, rounds }: Given,
): readonly WritingTask[] {
  const byId = thoughtsById(graph);
  return thoughts.map((thought, index) => ({
    name: ['refine', ...(rounds > 1 ? [round] : []), ...(thoughts.length > 1 ? [index + 1] : [])].join(' '),
    parents: [thought],
    count: 1,
    prompt: renderPrompt(prompt, {
      problem: graph.problem,
      thought: thought.text,
      sources: sourceTexts(thought, byId, graph.problem).join('\n\n'),
      verdict: thought.verdicts?.join('; ') ?? '',
    }),
  }));
}
