import {
  boolean,
  component,
  createEquality,
  defineNode,
  equalityInputs,
  equalityOf,
  number,
  openBudget,
  testInputs,
  testRunner,
  text,
  trace,
  type CallBound,
} from '@jacquard/node-kit';

const bound: CallBound = {
  calls: [{ factors: [1], when: [{ input: 'equality', equals: 'judge' }] }],
  tokens: 'maxTokens',
};

/** Whether two answers are the same. */
export const compareAnswers = defineNode({
  type: 'reasoning.compare-answers',
  version: 1,
  title: { en: 'Compare answers', fr: 'Comparer des réponses' },
  summary: {
    en: 'Tells whether two answers are the same: as numbers, texts, formulas, by meaning or as a model judges.',
    fr: 'Dit si deux réponses sont la même : comme nombres, textes, formules, par le sens ou selon un modèle.',
  },
  documentation: {
    en: 'Eight ways to say that two answers are the same. As numbers: $1,234.00 is 1 234, 3/4 is 0.75, 50% is 50, words count for nothing; texts without any number are compared but for capitals, articles and punctuation. To the letter. But for capitals, articles and punctuation. As formulas: (x + 1)² is x² + 2x + 1, also in LaTeX; nothing in them is ever run. By meaning: the cosine of their embeddings. By words in common: F1 over words and pairs of words, as ROUGE counts. By tests: two programs are the same when the same tests pass, run in the sandbox. As a model judges, in one call. Use it to check an answer against the right one, or to see whether two models agree. Hint: the cheapest way that fits is the best; a judge of 135 million parameters mostly guesses.',
    fr: 'Huit façons de dire que deux réponses sont la même. Comme nombres : 1 234,00 $ est 1,234, 3/4 est 0,75, 50 % est 50, les mots ne comptent pas ; des textes sans aucun nombre se comparent sans majuscules, articles ni ponctuation. À la lettre. Sans majuscules, articles ni ponctuation. Comme formules : (x + 1)² est x² + 2x + 1, en LaTeX aussi ; rien n’en est jamais exécuté. Par le sens : le cosinus de leurs plongements. Par les mots communs : F1 sur les mots et les paires de mots, comme ROUGE les compte. Par des tests : deux programmes sont le même quand les mêmes tests passent, exécutés dans le bac à sable. Selon le jugement d’un modèle, en un appel. À employer pour comparer une réponse à la bonne, ou voir si deux modèles s’accordent. Astuce : la façon la moins chère qui convient est la meilleure ; un juge de 135 millions de paramètres devine le plus souvent.',
  },
  keywords: {
    en: 'equal same check grade correct match numeric algebraic semantic judge',
    fr: 'égal même vérifier noter correct numérique algébrique sémantique juge',
  },
  icon: 'equal',
  inputs: {
    one: text({ label: { en: 'Answer', fr: 'Réponse' }, multiline: true }),
    other: text({ label: { en: 'Other answer', fr: 'Autre réponse' }, multiline: true }),
    ...equalityInputs,
    ...testInputs({ input: 'equality', equals: 'tests' }),
    model: component('chat-model', {
      label: { en: 'Judge', fr: 'Juge' },
      help: { en: 'For a model’s judgement.', fr: 'Pour le jugement d’un modèle.' },
      optional: true,
    }),
    question: text({
      label: { en: 'Question', fr: 'Question' },
      help: { en: 'What the judge is told was asked.', fr: 'Ce que le juge saura de la question.' },
      multiline: true,
      optional: true,
      visibleWhen: { input: 'equality', equals: 'judge' },
    }),
    maxTokens: number({
      label: { en: 'Longest judgement', fr: 'Longueur maximale du jugement' },
      unit: 'tokens',
      default: 16,
      min: 1,
      integer: true,
      advanced: true,
      visibleWhen: { input: 'equality', equals: 'judge' },
    }),
  },
  bound,
  outputs: { same: boolean({ label: { en: 'Same', fr: 'Même réponse' } }) },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: { inputs: { one: '$1,234.00', other: '1 234 dollars', equality: 'numeric' }, outputs: { same: true } },
  async *run({ inputs, services, signal }) {
    const { one, other, embeddings, model, question, maxTokens } = inputs;
    signal.throwIfAborted();
    const budget = openBudget(bound, inputs);
    if (budget.bound.calls > 0) yield trace('bound', budget.bound);
    const runTests = testRunner(services.sandbox, inputs, signal);
    const means = { signal, embeddings, judge: model && budget.model(model), question, maxTokens, runTests };
    const same = await createEquality(equalityOf(inputs), means)(one, other);
    if (budget.spent.calls > 0) yield trace('stop', { reason: 'complete', ...budget.spent });
    return { same };
  },
});
