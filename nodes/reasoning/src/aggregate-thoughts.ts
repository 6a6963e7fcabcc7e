import {
  choice,
  component,
  defineNode,
  extractionOf,
  list,
  number,
  openBudget,
  text,
  trace,
  type CallBound,
  type GraphThought,
  type PortValues,
  type ThoughtGraph,
} from '@jacquard/node-kit';
import { graphOutputs, graphValues, thoughtsInput } from './graph/graph-ports.ts';
import { growGraph, requireRoom } from './graph/grow-graph.ts';
import { joinGraphs } from './graph/join-graphs.ts';
import { mostInput, readingInputs } from './graph/reading-inputs.ts';
import { numberThoughts, renderPrompt } from './graph/render-prompt.ts';
import { endGraph, tellGraph } from './graph/tell-graph.ts';
import { currentThoughts } from './graph/thoughts-by-id.ts';
import { writeThoughts, type WritingTask } from './graph/write-thoughts.ts';
import { spendingInputs } from './spending-inputs.ts';

const mostGroups: typeof mostInput = {
  port: {
    ...mostInput.port,
    label: { en: 'Most groups', fr: 'Groupes au plus' },
    help: {
      en: 'The first ones; the thoughts of others stay as they are.',
      fr: 'Les premiers ; les pensées des autres restent telles quelles.',
    },
  },
};

const inputs = {
  model: component('chat-model'),
  branches: list(thoughtsInput, {
    label: { en: 'Thoughts', fr: 'Pensées' },
    help: { en: 'Of one branch or of several.', fr: 'D’une branche ou de plusieurs.' },
    wireOnly: true,
  }),
  grouping: choice(
    {
      groups: { en: 'groups, in their order', fr: 'groupes, dans l’ordre' },
      all: { en: 'all at once', fr: 'toutes à la fois' },
    },
    { label: { en: 'Together', fr: 'Réunir' }, default: 'groups', fieldOnly: true },
  ),
  size: number({
    label: { en: 'Group of', fr: 'Groupe de' },
    integer: true,
    min: 2,
    max: 50,
    default: 2,
    visibleWhen: { input: 'grouping', equals: 'groups' },
  }),
  count: number({
    label: { en: 'Attempts (k)', fr: 'Essais (k)' },
    integer: true,
    min: 1,
    max: 50,
    default: 3,
  }),
  prompt: text({
    label: { en: 'Prompt', fr: 'Prompt' },
    help: {
      en: '{{problem}}, {{thoughts}} (numbered), {{texts}} (without numbers) and {{count}} (how many they are) are filled in.',
      fr: '{{problem}}, {{thoughts}} (numérotées), {{texts}} (sans numéros) et {{count}} (leur nombre) sont remplis.',
    },
    multiline: true,
    default: '{{problem}}\n\n{{thoughts}}\n\nBring these {{count}} together into one. Write it and nothing else.',
  }),
  ...readingInputs,
  most: mostGroups,
  ...spendingInputs(256),
} as const;

const bound: CallBound = { calls: [{ factors: ['most', 'count'] }], tokens: 'maxTokens' };

type Given = PortValues<typeof inputs>;

/** Graph of thoughts, aggregation (Besta et al. 2024): several thoughts are brought together into one, which no tree can do. */
export const aggregateThoughts = defineNode({
  type: 'reasoning.aggregate-thoughts',
  version: 1,
  title: { en: 'Aggregate thoughts', fr: 'Agréger des pensées (graphe de pensées)' },
  summary: {
    en: 'Has the model bring several thoughts together into one, from one branch or from several.',
    fr: 'Fait réunir par le modèle plusieurs pensées en une seule, d’une branche ou de plusieurs.',
  },
  documentation: {
    en: 'One of the five nodes for graphs of thoughts (Besta et al. 2024), and what sets them apart from trees: merging sorted parts into a list, drafts into one text, partial counts into a sum. Thoughts are taken in groups of so many in their order, or all at once; for each group the model tries k times, so that you can score the attempts and keep the best. Several branches can be wired; they are joined first, each thought once. A thought that is alone in its group goes on as it is, and a group of which nothing comes keeps its thoughts. It costs groups × k calls. It doesn’t help where merging is harder than solving at once. Hint: merge in pairs and several times over (4 parts, 2, 1): the smaller the task, the more often a model gets it right.',
    fr: 'L’un des cinq nœuds pour les graphes de pensées (Besta et al. 2024), et ce qui les distingue des arbres : fusionner des parties triées en une liste, des brouillons en un texte, des comptes partiels en une somme. Les pensées sont prises par groupes de tant dans leur ordre, ou toutes à la fois ; pour chaque groupe, le modèle essaie k fois, pour que vous puissiez évaluer les essais et garder le meilleur. On peut relier plusieurs branches ; elles sont d’abord jointes, chaque pensée une fois. Une pensée seule dans son groupe continue telle quelle, et un groupe dont rien ne sort garde ses pensées. Cela coûte groupes × k appels. Inutile quand fusionner est plus difficile que résoudre d’un coup. Astuce : fusionnez par paires et en plusieurs fois (4 parties, 2, 1) : plus la tâche est petite, plus souvent un modèle la réussit.',
  },
  keywords: {
    en: 'GoT graph of thoughts merge combine join branches',
    fr: 'GoT graphe de pensées fusionner combiner joindre branches',
  },
  icon: 'merge',
  inputs,
  bound,
  outputs: graphOutputs,
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['1 2 3 4'] },
      branches: [
        {
          problem: 'Sort.',
          thoughts: [{ id: 'a', parents: [], depth: 1, text: '1 3', operation: 'generate' }],
          current: ['a'],
        },
        {
          problem: 'Sort.',
          thoughts: [{ id: 'b', parents: [], depth: 1, text: '2 4', operation: 'generate' }],
          current: ['b'],
        },
      ],
      count: 1,
    },
    outputs: { best: '1 2 3 4', texts: ['1 2 3 4'] },
  },
  async *run({ inputs: given, seed, signal }) {
    const { count, most } = given;
    const before = joinGraphs(given.branches);
    const groups = groupsOf(before, given);
    const pairs = groups.filter((group) => group.length > 1);
    const merged = pairs.slice(0, most);
    requireRoom(before.thoughts.length, merged.length * count);
    const calls = merged.length * count;
    const budget = openBudget(bound, given, { maxCalls: Math.min(given.maxCalls ?? calls, calls) });
    yield trace('bound', budget.bound);
    yield* tellGraph(before);
    const { thoughts, isCut } = yield* writeThoughts(tasksOf(before, merged, given), {
      operation: 'aggregate',
      reading: 'samples',
      extraction: extractionOf(given),
      model: budget.model(given.model),
      budget,
      temperature: given.temperature,
      maxTokens: given.maxTokens,
      seed,
      signal,
    });
    const next = groups.flatMap((group) => {
      const made = thoughts[merged.indexOf(group)] ?? [];
      return made.length > 0 ? made : group;
    });
    const graph = growGraph(
      before,
      thoughts.flat(),
      next.map(({ id }) => id),
    );
    const isLeft = isCut || merged.length < pairs.length;
    yield* endGraph(graph, budget, isLeft ? 'budget' : 'complete');
    return graphValues(graph, budget.spent.calls);
  },
});

type Group = readonly GraphThought[];

function groupsOf(graph: ThoughtGraph, { grouping, size }: Given): readonly Group[] {
  const current = currentThoughts(graph);
  const each = grouping === 'all' ? Math.max(1, current.length) : size;
  return Array.from({ length: Math.ceil(current.length / each) }, (_item, group) =>
    current.slice(group * each, (group + 1) * each),
  );
}

function tasksOf(
  { problem }: ThoughtGraph,
  groups: readonly Group[],
  { prompt, count }: Given,
): readonly WritingTask[] {
  return groups.map((group, index) => {
    const texts = group.map((thought) => thought.text);
    return {
      name: groups.length === 1 ? 'aggregate' : `aggregate ${index + 1}`,
      parents: group,
      count,
      prompt: renderPrompt(prompt, {
        problem,
        thoughts: numberThoughts(texts),
        texts: texts.join('\n\n'),
        count: group.length,
      }),
    };
  });
}
