import { boolean, choice, defineNode, number, readThoughtGraph, trace } from '@jacquard/node-kit';
import { graphOutputs, graphValues, thoughtsInput } from './graph/graph-ports.ts';
import { keepBest } from './graph/keep-best.ts';
import { bestThought } from './graph/rank-thoughts.ts';
import { tellGraph, tellSelections } from './graph/tell-graph.ts';

/** Graph of thoughts, ranking (Besta et al. 2024, “KeepBestN”): the n thoughts with the highest scores go on. */
export const keepBestThoughts = defineNode({
  type: 'reasoning.keep-best-thoughts',
  version: 1,
  title: { en: 'Keep the best thoughts', fr: 'Garder les meilleures pensées (graphe de pensées)' },
  summary: {
    en: 'Lets the thoughts with the highest scores go on, and leaves the others.',
    fr: 'Laisse continuer les pensées les mieux évaluées, et abandonne les autres.',
  },
  documentation: {
    en: 'One of the five nodes for graphs of thoughts (Besta et al. 2024). It keeps n of all thoughts, or n of each group: those that were made from the same thoughts, such as all attempts at sorting one part. The order stays; where two are worth the same, the earlier one is kept; a thought that was never scored comes last. It costs nothing and asks no model. It doesn’t help before a “Score thoughts”: without scores the first ones are kept. Hint: after refining with “Keep the unrefined ones”, keep 1 of each group, so that a refinement that made things worse is undone.',
    fr: 'L’un des cinq nœuds pour les graphes de pensées (Besta et al. 2024). Il garde n pensées en tout, ou n de chaque groupe : celles issues des mêmes pensées, comme tous les essais de tri d’une même partie. L’ordre reste ; à valeur égale, la première est gardée ; une pensée jamais évaluée vient en dernier. Cela ne coûte rien et n’interroge aucun modèle. Inutile sans « Évaluer des pensées » avant : sans évaluation, ce sont les premières qui restent. Astuce : après un affinage avec « Garder aussi celles d’avant », gardez-en 1 par groupe, pour annuler un affinage qui a empiré les choses.',
  },
  keywords: {
    en: 'GoT graph of thoughts KeepBestN select prune rank top',
    fr: 'GoT graphe de pensées sélectionner élaguer classer meilleures',
  },
  icon: 'list-filter',
  inputs: {
    thoughts: thoughtsInput,
    count: number({ label: { en: 'Keep (n)', fr: 'Garder (n)' }, integer: true, min: 1, max: 200, default: 1 }),
    of: choice(
      {
        all: { en: 'of all thoughts', fr: 'de toutes les pensées' },
        group: { en: 'of each group with the same parents', fr: 'de chaque groupe de mêmes parents' },
      },
      { label: { en: 'Out of', fr: 'Parmi' }, default: 'all', fieldOnly: true },
    ),
  },
  outputs: {
    ...graphOutputs,
    value: number({ label: { en: 'Its score', fr: 'Son évaluation' } }),
    isSolved: boolean({ label: { en: 'Solved', fr: 'Résolu' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: {
      thoughts: {
        problem: 'Praise the loom.',
        thoughts: [
          { id: 'a', parents: [], depth: 1, text: 'Looms are good.', operation: 'generate', value: 0.4 },
          { id: 'b', parents: [], depth: 1, text: 'Looms give us cloth.', operation: 'generate', value: 0.9 },
        ],
        current: ['a', 'b'],
      },
    },
    outputs: { best: 'Looms give us cloth.', texts: ['Looms give us cloth.'], value: 0.9 },
  },
  async *run({ inputs: { thoughts, count, of } }) {
    const before = readThoughtGraph(thoughts);
    yield* tellGraph(before);
    const { kept, pruned } = keepBest(before, count, of);
    yield* tellSelections(kept, pruned);
    const graph = { ...before, current: kept.map(({ id }) => id) };
    const best = bestThought(graph);
    if (best !== undefined) yield trace('choice', { candidate: best.id });
    return { ...graphValues(graph), value: best?.value ?? 0, isSolved: best?.isSolved ?? false };
  },
});
