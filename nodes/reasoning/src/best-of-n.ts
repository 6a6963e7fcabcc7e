import {
  choice,
  component,
  defineNode,
  number,
  openBudget,
  Problem,
  table,
  testInputs,
  text,
  trace,
  type CallBound,
} from '@jacquard/node-kit';
import { idOf, rankCandidates } from './best/ranked-candidates.ts';
import { scorerOf, scoringWays } from './best/scorer-of.ts';
import { questionInput } from './question-input.ts';
import { questionPrompt } from './question-prompt.ts';
import { spendingInputs } from './spending-inputs.ts';
import { drawInBatches } from './vote/draw-in-batches.ts';

const graded = { input: 'scoring', equals: 'judge' } as const;
const likely = { input: 'scoring', equals: 'likelihood' } as const;
/** Of those that can be so good that no other is needed, so many are drawn at a time. */
const batch = 4;

const inputs = {
  model: component('chat-model'),
  question: questionInput,
  trigger: text({
    label: { en: 'Reasoning prompt', fr: 'Prompt de raisonnement' },
    help: { en: 'Stands after the question.', fr: 'Vient après la question.' },
    multiline: true,
    optional: true,
    advanced: true,
  }),
  samples: number({
    label: { en: 'Candidates (N)', fr: 'Candidats (N)' },
    default: 4,
    min: 1,
    max: 100,
    integer: true,
  }),
  scoring: choice(scoringWays, { label: { en: 'Scored by', fr: 'Évalués par' }, default: 'judge', fieldOnly: true }),
  criteria: text({
    label: { en: 'What the judge looks at', fr: 'Ce que regarde le juge' },
    default: 'Is it right, complete and to the point?',
    multiline: true,
    optional: true,
    visibleWhen: graded,
  }),
  judge: component('chat-model', {
    label: { en: 'Judge', fr: 'Juge' },
    help: { en: 'Empty: the same model.', fr: 'Vide : le même modèle.' },
    optional: true,
  }),
  check: component('scorer', { optional: true, advanced: true }),
  ...testInputs({ input: 'scoring', equals: 'tests' }),
  ...spendingInputs(256),
  temperature: number({
    label: { en: 'Temperature', fr: 'Température' },
    help: { en: 'Above 0, so that candidates differ.', fr: 'Au-dessus de 0, pour que les candidats diffèrent.' },
    default: 0.7,
    min: 0,
    max: 2,
    advanced: true,
  }),
} as const;

const bound: CallBound = {
  calls: [{ factors: ['samples'] }, { factors: ['samples'], when: [graded] }, { factors: ['samples'], when: [likely] }],
  tokens: 'maxTokens',
};

/**
 * Best of N (Stiennon et al. 2020, “Learning to Summarize from Human Feedback”; Cobbe et al. 2021, “Training Verifiers to Solve Math
 * Word Problems”): N answers are drawn, each is scored, the one with the highest score is given.
 */
export const bestOfN = defineNode({
  type: 'reasoning.best-of-n',
  version: 1,
  title: { en: 'Best of N', fr: 'Le meilleur de N (best-of-n)' },
  summary: {
    en: 'Draws several answers, scores each, and gives the best.',
    fr: 'Tire plusieurs réponses, évalue chacune, et donne la meilleure.',
  },
  documentation: {
    en: 'After Stiennon et al. 2020 and Cobbe et al. 2021, who had a trained model score; here a judge grades each answer from 0 to 10, or the model’s own likelihood per word counts, or the share of tests that its code passes in the sandbox, or a scorer that you wire. Use it where a good answer is easier to recognise than to write: code with tests, a text with clear criteria. It costs N calls, and N more for grades or likelihoods; once all tests pass no more are drawn. It doesn’t help where the judge can’t tell good from bad: a judge mostly prefers long answers and its own, a small one gives everybody the same grade, and then the first answer wins; the likeliest answer is often the dullest. Take tests wherever you can write some. A candidate that fails is shown and can’t win. Hint: a larger model as judge over a small one as writer is cheap and often pays.',
    fr: 'D’après Stiennon et al. 2020 et Cobbe et al. 2021, chez qui un modèle entraîné évaluait ; ici un juge note chaque réponse de 0 à 10, ou bien compte la vraisemblance par mot selon le modèle, ou la part des tests que son code réussit dans le bac à sable, ou un évaluateur que vous reliez. À employer quand une bonne réponse se reconnaît plus facilement qu’elle ne s’écrit : du code avec des tests, un texte aux critères clairs. Cela coûte N appels, et N de plus pour les notes ou les vraisemblances ; dès que tous les tests passent, on n’en tire plus. Inutile quand le juge ne distingue pas le bon du mauvais : un juge préfère le plus souvent les réponses longues et les siennes, un petit donne à tous la même note, et la première réponse l’emporte alors ; la réponse la plus vraisemblable est souvent la plus plate. Prenez des tests partout où vous pouvez en écrire. Un candidat qui échoue est montré et ne peut pas gagner. Astuce : un grand modèle comme juge au-dessus d’un petit qui écrit coûte peu et rapporte souvent.',
  },
  keywords: {
    en: 'rerank verifier judge grade select sample rejection sampling likelihood',
    fr: 'reclasser vérificateur juge note choisir échantillon vraisemblance',
  },
  icon: 'trophy',
  inputs,
  bound,
  outputs: {
    answer: text({ label: { en: 'Best answer', fr: 'Meilleure réponse' }, main: true }),
    score: number({ label: { en: 'Its score', fr: 'Son évaluation' }, help: { en: 'From 0 to 1.', fr: 'De 0 à 1.' } }),
    candidates: table({
      label: { en: 'All candidates', fr: 'Tous les candidats' },
      help: { en: 'The best first.', fr: 'Le meilleur d’abord.' },
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['A loom.', 'A loom is a machine that weaves cloth.'] },
      judge: { fake: 'chat-model', replies: ['4', '9'] },
      question: 'What is a loom?',
      samples: 2,
    },
    outputs: { answer: 'A loom is a machine that weaves cloth.', score: 0.9 },
  },
  async *run({ inputs: given, services, seed, signal }) {
    const { scoring, samples, temperature, maxTokens } = given;
    const budget = openBudget(bound, given, given);
    const messages = [{ role: 'user', content: questionPrompt(given.question, given.trigger) }] as const;
    const ranking = rankCandidates(scorerOf(given, { budget, messages, services, signal }));
    const canBeBest = scoring === 'tests' || scoring === 'check';
    const isSolved = (): boolean => canBeBest && ranking.best()?.score?.isBest === true;
    yield trace('bound', budget.bound);
    const reason = yield* drawInBatches({
      model: budget.model(given.model),
      messages,
      budget,
      samples,
      batch: canBeBest ? batch : samples,
      callsEach: canBeBest ? 1 : 2,
      isDecided: isSolved,
      take: ranking.take,
      temperature,
      maxTokens,
      seed,
      signal,
    });
    const best = ranking.best();
    if (best !== undefined) yield trace('choice', { candidate: idOf(best.sample) });
    const spared = budget.bound.calls - budget.spent.calls;
    yield trace('stop', { reason: isSolved() ? 'solved' : reason, ...budget.spent, spared });
    if (best === undefined) throw new Problem('reasoning-nothing-found', { answers: ranking.count });
    return { answer: best.text, score: best.score?.value ?? 0, candidates: ranking.table() };
  },
});
