import {
  boolean,
  choice,
  component,
  defineNode,
  list,
  number,
  openBudget,
  Problem,
  readThoughtGraph,
  text,
  trace,
  type Budget,
  type CallBound,
  type PortValues,
} from '@jacquard/node-kit';
import { scoreByGrades, scoreByScorer, type ScoreThought } from './graph/grade-thoughts.ts';
import { graphOutputs, graphValues, thoughtsInput } from './graph/graph-ports.ts';
import { bestThought } from './graph/rank-thoughts.ts';
import { mostInput } from './graph/reading-inputs.ts';
import { scoreThoughtsOf } from './graph/score-thoughts-of.ts';
import { endGraph, tellGraph } from './graph/tell-graph.ts';
import { currentThoughts } from './graph/thoughts-by-id.ts';
import { spendingInputs } from './spending-inputs.ts';

const graded = { input: 'scoring', equals: 'judge' } as const;
const checked = { input: 'scoring', equals: 'check' } as const;

const mostGraded: typeof mostInput = { port: { ...mostInput.port, default: 30, visibleWhen: graded } };

const inputs = {
  model: component('chat-model', { optional: true, visibleWhen: graded }),
  thoughts: thoughtsInput,
  scoring: choice(
    {
      judge: { en: 'grades of the model', fr: 'les notes du modèle' },
      check: { en: 'a scorer that is wired', fr: 'un évaluateur relié' },
    },
    { label: { en: 'Scored by', fr: 'Évaluées par' }, default: 'judge', fieldOnly: true },
  ),
  check: component('scorer', { optional: true, visibleWhen: checked }),
  criteria: list(text({ label: { en: 'Criterion', fr: 'Critère' } }), {
    label: { en: 'Criteria', fr: 'Critères' },
    help: {
      en: 'One a line, each graded by itself; a thought must be good by all (harmonic mean).',
      fr: 'Un par ligne, chacun noté à part ; une pensée doit être bonne selon tous (moyenne harmonique).',
    },
    field: 'lines',
    fieldOnly: true,
    default: ['How well does it solve the problem?'],
    visibleWhen: graded,
  }),
  repetitions: number({
    label: { en: 'Grades a criterion', fr: 'Notes par critère' },
    help: { en: 'Their mean counts.', fr: 'Leur moyenne compte.' },
    integer: true,
    min: 1,
    max: 20,
    default: 1,
    visibleWhen: graded,
  }),
  again: boolean({
    label: { en: 'Score again what has a score', fr: 'Réévaluer ce qui l’est déjà' },
    default: true,
    fieldOnly: true,
    advanced: true,
  }),
  prompt: text({
    label: { en: 'Prompt', fr: 'Prompt' },
    help: {
      en: '{{problem}}, {{thought}}, {{sources}} (the first thoughts that it goes back to) and {{criterion}} are filled in. The first number of the answer counts, from 0 to 10.',
      fr: '{{problem}}, {{thought}}, {{sources}} (les premières pensées auxquelles elle remonte) et {{criterion}} sont remplis. Le premier nombre de la réponse compte, de 0 à 10.',
    },
    multiline: true,
    default:
      'Problem:\n{{problem}}\n\nSolution:\n{{thought}}\n\n{{criterion}} Give a grade from 0 (not at all) to 10 (perfectly). Reply with the number alone.',
    visibleWhen: graded,
    advanced: true,
  }),
  most: mostGraded,
  ...spendingInputs(16),
} as const;

const bound: CallBound = {
  calls: [{ factors: ['most', 'criteria', 'repetitions'], when: [graded] }],
  tokens: 'maxTokens',
};

type Given = PortValues<typeof inputs>;

/** Graph of thoughts, scoring (Besta et al. 2024): each thought that goes on is measured, by a program or by the model. */
export const scoreThoughts = defineNode({
  type: 'reasoning.score-thoughts',
  version: 1,
  title: { en: 'Score thoughts', fr: 'Évaluer des pensées (graphe de pensées)' },
  summary: {
    en: 'Gives each thought a score, by grades of the model or by a scorer that you wire.',
    fr: 'Donne une note à chaque pensée, par le modèle ou par un évaluateur que vous reliez.',
  },
  documentation: {
    en: 'One of the five nodes for graphs of thoughts (Besta et al. 2024). “Keep the best thoughts” goes by these scores. A scorer (code or a pattern) costs no call and can’t be talked round: take one wherever the quality can be calculated. Otherwise the model grades from 0 to 10, by each criterion by itself and as often as you say; the paper grades merged documents so by what they keep and by what they say twice, three times each. That costs thoughts × criteria × grades; the same text is scored once. It doesn’t help where the model can’t tell good from bad: the starter model gives nearly everything the same grade, and then the first thought wins. An answer without a number is no grade. Hint: in the code of a scorer, `inputs.sources` holds what the thought was made from at first, such as the unsorted parts of a merged list.',
    fr: 'L’un des cinq nœuds pour les graphes de pensées (Besta et al. 2024). « Garder les meilleures pensées » s’y réfère. Un évaluateur (code ou motif) ne coûte aucun appel et ne se laisse pas convaincre : prenez-en un partout où la qualité se calcule. Sinon le modèle note de 0 à 10, selon chaque critère à part et autant de fois que vous le dites ; l’article note ainsi des documents fusionnés d’après ce qu’ils gardent et ce qu’ils répètent, trois fois chacun. Cela coûte pensées × critères × notes ; un même texte n’est évalué qu’une fois. Inutile quand le modèle ne distingue pas le bon du mauvais : le modèle de départ donne presque à tous la même note, et la première pensée l’emporte alors. Une réponse sans nombre n’est pas une note. Astuce : dans le code d’un évaluateur, `inputs.sources` contient ce dont la pensée est issue au départ, par exemple les parties non triées d’une liste fusionnée.',
  },
  keywords: {
    en: 'GoT graph of thoughts grade judge evaluate value',
    fr: 'GoT graphe de pensées noter juger évaluer valeur',
  },
  icon: 'gauge',
  inputs,
  requiresOneOf: ['model', 'check'],
  bound,
  outputs: {
    ...graphOutputs,
    value: number({ label: { en: 'Its score', fr: 'Son évaluation' } }),
    isSolved: boolean({ label: { en: 'Solved', fr: 'Résolu' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['4', '9'] },
      thoughts: {
        problem: 'Praise the loom.',
        thoughts: [
          { id: 'a', parents: [], depth: 1, text: 'Looms are good.', operation: 'generate' },
          { id: 'b', parents: [], depth: 1, text: 'Looms give us cloth.', operation: 'generate' },
        ],
        current: ['a', 'b'],
      },
    },
    outputs: { best: 'Looms give us cloth.', value: 0.9 },
  },
  async *run({ inputs: given, seed, signal }) {
    const criteria = (given.criteria ?? []).map((line) => line.trim()).filter((line) => line !== '');
    const before = readThoughtGraph(given.thoughts);
    const open = currentThoughts(before).filter(({ value }) => given.again || value === undefined);
    const thoughts = given.scoring === 'judge' ? open.slice(0, given.most) : open;
    const callsEach = given.scoring === 'judge' ? criteria.length * given.repetitions : 0;
    const calls = thoughts.length * callsEach;
    const budget = openBudget(bound, given, { maxCalls: Math.min(given.maxCalls ?? calls, calls) });
    const score = scorerOf(given, { criteria, budget, seed, signal });
    yield trace('bound', budget.bound);
    yield* tellGraph(before);
    const most = callsEach === 0 ? thoughts.length : Math.floor(budget.bound.calls / callsEach);
    const { graph, isCut, failure } = yield* scoreThoughtsOf(before, thoughts, { score, most });
    const best = bestThought(graph);
    if (failure !== undefined && best?.value === undefined) throw failure;
    yield* endGraph(graph, budget, isCut || thoughts.length < open.length ? 'budget' : 'complete');
    return { ...graphValues(graph), value: best?.value ?? 0, isSolved: best?.isSolved ?? false };
  },
});

interface ScoringMeans {
  readonly criteria: readonly string[];
  readonly budget: Budget;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Throws `scorer-missing` or `grading-model-missing` where what scores isn't there. */
function scorerOf(given: Given, { criteria, budget, seed, signal }: ScoringMeans): ScoreThought {
  const { scoring, check, model, repetitions, prompt, temperature, maxTokens } = given;
  if (scoring === 'check') {
    if (check === undefined) throw new Problem('scorer-missing');
    return scoreByScorer(check, signal);
  }
  if (model === undefined || criteria.length === 0) throw new Problem('grading-model-missing');
  return scoreByGrades({
    model: budget.model(model),
    criteria,
    prompt,
    repetitions,
    temperature,
    maxTokens,
    seed,
    signal,
  });
}
