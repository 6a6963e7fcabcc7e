import {
  choice,
  component,
  defineNode,
  list,
  number,
  openBudget,
  Problem,
  text,
  trace,
  type Budget,
  type CallBound,
  type ChatModel,
  type PortValues,
} from '@jacquard/node-kit';
import { questionInput } from './question-input.ts';
import { questionPrompt } from './question-prompt.ts';
import { spendingInputs } from './spending-inputs.ts';
import { askModels } from './vote/ask-models.ts';
import { chooseBest } from './vote/choose-best.ts';
import { countVotes, type VoteCount } from './vote/vote-count.ts';
import { shareOf, voteTables } from './vote/vote-tables.ts';
import { comparingInputs, voteOutputs } from './vote/voting-inputs.ts';
import { votingRules } from './vote/voting-rules.ts';

const judged = { input: 'decision', equals: 'judge' } as const;

const inputs = {
  models: list(component('chat-model'), {
    label: { en: 'Models', fr: 'Modèles' },
    help: { en: 'Two or more.', fr: 'Deux ou plus.' },
    wireOnly: true,
  }),
  question: questionInput,
  trigger: text({
    label: { en: 'Reasoning prompt', fr: 'Prompt de raisonnement' },
    help: {
      en: 'Stands after the question; empty: the question alone.',
      fr: 'Vient après la question ; vide : la question seule.',
    },
    default: 'End with a line "Answer:" followed by the answer alone.',
    multiline: true,
    optional: true,
    advanced: true,
  }),
  each: number({
    label: { en: 'Answers of each model', fr: 'Réponses de chaque modèle' },
    default: 1,
    min: 1,
    max: 50,
    integer: true,
    advanced: true,
  }),
  decision: choice(
    {
      vote: { en: 'most votes', fr: 'le plus de voix' },
      judge: { en: 'a judge', fr: 'un juge' },
    },
    { label: { en: 'Decided by', fr: 'Décidé par' }, default: 'vote', fieldOnly: true },
  ),
  judge: component('chat-model', {
    label: { en: 'Judge', fr: 'Juge' },
    help: { en: 'Empty: the first model.', fr: 'Vide : le premier modèle.' },
    optional: true,
  }),
  criteria: text({
    label: { en: 'What the judge looks at', fr: 'Ce que regarde le juge' },
    multiline: true,
    optional: true,
    visibleWhen: judged,
  }),
  ...comparingInputs,
  ...spendingInputs(256),
} as const;

const bound: CallBound = {
  calls: [
    { factors: ['models', 'each'] },
    { factors: ['models', 'each', 'models', 'each', 0.5], when: [{ input: 'equality', equals: 'judge' }] },
    { factors: [1], when: [judged] },
  ],
  tokens: 'maxTokens',
};

/**
 * Several models answer the same question, and their answers vote, or a judge chooses among them (as the ranking of Jiang et al. 2023,
 * “LLM-Blender”, and the votes of Li et al. 2024, “More Agents Is All You Need”).
 */
export const ensemble = defineNode({
  type: 'reasoning.ensemble',
  version: 1,
  title: { en: 'Ensemble of models', fr: 'Ensemble de modèles' },
  summary: {
    en: 'Asks several models the same, and decides by votes or by a judge.',
    fr: 'Pose la même question à plusieurs modèles, et décide par des voix ou par un juge.',
  },
  documentation: {
    en: 'Models that were made differently err differently, so what several of them agree on is more to be trusted than the word of one (votes: Li et al. 2024; choosing among models’ answers: Jiang et al. 2023). All models are asked the same; either the answer with the most votes wins, with the same ways of comparing as self-consistency, or a judge is shown all responses and names the best. It costs a call a model and answer, a call more for a judge, and where a judge compares answers one for each pair of unlike ones. Use it where a question has one right answer and no model is trusted alone. It doesn’t help where one model is plainly better than the others, who then outvote it; nor with models of one family, which err alike. At a tie the answer that came first wins. A model that fails is shown and doesn’t vote. Hint: three models are better than two, which can only agree or not.',
    fr: 'Des modèles faits différemment se trompent différemment : ce sur quoi plusieurs s’accordent mérite plus de confiance que la parole d’un seul (voix : Li et al. 2024 ; choix parmi les réponses de modèles : Jiang et al. 2023). Tous reçoivent la même question ; soit la réponse qui réunit le plus de voix l’emporte, avec les mêmes comparaisons que l’autocohérence, soit un juge voit toutes les réponses et nomme la meilleure. Cela coûte un appel par modèle et par réponse, un de plus pour un juge, et si un juge compare les réponses, un par paire de réponses différentes. À employer quand une question a une seule bonne réponse et qu’aucun modèle ne mérite confiance à lui seul. Inutile quand un modèle est nettement meilleur que les autres, qui le mettent alors en minorité ; de même avec des modèles d’une même famille, qui se trompent pareillement. En cas d’égalité, la première réponse venue l’emporte. Un modèle qui échoue est montré et ne vote pas. Astuce : trois modèles valent mieux que deux, qui ne peuvent que s’accorder ou non.',
  },
  keywords: {
    en: 'several models vote judge jury committee mixture LLM-Blender',
    fr: 'plusieurs modèles vote juge jury comité mélange LLM-Blender',
  },
  icon: 'users',
  inputs,
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    share: number({
      label: { en: 'Share of votes', fr: 'Part des voix' },
      help: { en: 'Of all answers, from 0 to 1.', fr: 'De toutes les réponses, de 0 à 1.' },
    }),
    ...voteOutputs,
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      models: [
        { fake: 'chat-model', replies: ['Answer: 18'] },
        { fake: 'chat-model', replies: ['Answer: 17'] },
        { fake: 'chat-model', replies: ['It is 18.\nAnswer: 18 metres'] },
      ],
      question: 'Three looms weave 6 metres each. How much do they weave?',
    },
    outputs: { answer: '18', share: 0.667 },
  },
  async *run({ inputs: given, services, seed, signal }) {
    // A single wire brings its model without a list.
    const models = [given.models].flat() as readonly ChatModel[]; // boundary: a list of models is one
    const [first] = models;
    if (first === undefined) throw new Problem('list-empty');
    const { question, trigger, each, temperature, maxTokens, judge = first } = given;
    const budget = openBudget(bound, { ...given, models }, given);
    const means = { kind: given.equality, budget, judge, question, maxTokens, services, signal };
    const count = countVotes(votingRules(given, means));
    yield trace('bound', budget.bound);
    const asked = { each, temperature, maxTokens, seed, signal, reserve: given.decision === 'judge' ? 1 : 0 };
    const prompt = questionPrompt(question, trigger);
    const { names, reason } = yield* askModels(models, prompt, budget, count, asked);
    const chosen =
      given.decision === 'judge' ? await judgedGroup(given, budget.model(judge), count, signal) : count.leader();
    if (given.decision === 'judge' && chosen !== undefined) yield trace('vote', count.vote(chosen, 'judge'));
    yield trace('stop', { reason, ...budget.spent, spared: budget.bound.calls - budget.spent.calls });
    return resultOf(count, chosen, names);
  },
});

/** The group of the response that the judge names, or the leader where it names none. */
async function judgedGroup(
  { question, criteria = '', maxTokens }: PortValues<typeof inputs>,
  judge: ReturnType<Budget['model']>,
  count: VoteCount,
  signal: AbortSignal,
): Promise<number | undefined> {
  const answered = count.samples.filter(({ group }) => group !== undefined);
  const responses = answered.map(({ text: response }) => response);
  const place = await chooseBest(judge, { question, criteria, responses }, { maxTokens, signal });
  return (place === undefined ? undefined : answered[place]?.group) ?? count.leader();
}

function resultOf(count: VoteCount, chosen: number | undefined, names: readonly string[]) {
  const group = chosen === undefined ? undefined : count.groups[chosen];
  if (chosen === undefined || group === undefined) {
    throw new Problem('reasoning-nothing-found', { answers: count.samples.length });
  }
  const { votes, samples } = voteTables(count, chosen);
  const rows = samples.rows.map((row, index) => ({ model: names[count.samples[index]?.sample ?? 0] ?? '', ...row }));
  return {
    answer: group.answer,
    share: shareOf(group.members.length, count.samples.length),
    votes,
    samples: { columns: ['model', ...samples.columns], rows },
  };
}
