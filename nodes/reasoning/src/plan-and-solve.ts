import { choice, component, defineNode, extractionOf, text, type CallBound } from '@jacquard/node-kit';
import { answerFormInputs } from './chain/answer-form.ts';
import { answerInTwo } from './chain/answer-in-two.ts';
import { openAsker } from './open-asker.ts';
import { questionInput } from './question-input.ts';
import { spendingInputs } from './spending-inputs.ts';
import { planAndSolveCode } from './code/chain-code.ts';

const bound: CallBound = { calls: [{ factors: [2] }], tokens: 'maxTokens' };

/** The triggers of the paper, as its authors’ code has them. */
const triggers = {
  PS: "Let's first understand the problem and devise a plan to solve the problem. Then, let's carry out the plan and solve the problem step by step.",
  'PS+':
    "Let's first understand the problem, extract relevant variables and their corresponding numerals, and make and devise a complete plan. Then, let's carry out the plan, calculate intermediate variables (pay attention to correct numerical calculation and commonsense), solve the problem step by step, and show the answer.",
} as const;

/**
 * Plan-and-solve (Wang et al. 2023, “Plan-and-Solve Prompting: Improving Zero-Shot Chain-of-Thought Reasoning by Large Language
 * Models”): a chain of thought that begins with a plan; PS+ has it look for variables and mind its arithmetic, too.
 */
export const planAndSolve = defineNode({
  type: 'reasoning.plan-and-solve',
  version: 1,
  title: { en: 'Plan and solve', fr: 'Planifier puis résoudre (plan-and-solve)' },
  summary: {
    en: 'Has the model lay out what to do, do it, and then answer.',
    fr: 'Fait d’abord dire au modèle comment il s’y prendra, le fait exécuter, puis répondre.',
  },
  documentation: {
    en: 'After Wang et al. 2023. A chain of thought without examples tends to leave something out; asked to understand the problem and to lay out its way first, a model does so less often. PS+ also has it name the variables with their numbers and mind its calculation: take it for sums in words. It costs two calls: one for the way and the solution, one that takes the answer out. It helps large models with problems of several turns; for a question that one sentence answers it only costs tokens, and a very small model writes down a way that it doesn’t follow. Hint: read the reasoning of a wrong answer, which shows whether the way was wrong or its execution.',
    fr: 'D’après Wang et al. 2023. Une chaîne de pensée sans exemple oublie volontiers quelque chose ; prié de comprendre le problème et de dire d’abord comment il s’y prendra, un modèle oublie moins. PS+ lui fait aussi nommer les variables avec leurs nombres et surveiller ses calculs : à prendre pour les problèmes d’arithmétique en mots. Cela coûte deux appels : l’un pour la démarche et la solution, l’autre qui en tire la réponse. Cela aide les grands modèles dans les problèmes à plusieurs détours ; pour une question à laquelle une phrase suffit, cela ne coûte que des tokens, et un très petit modèle écrit une démarche qu’il ne suit pas. Astuce : lisez le raisonnement d’une réponse fausse, il montre si c’est la démarche ou son exécution qui l’était.',
  },
  keywords: { en: 'plan PS PS+ reason zero-shot', fr: 'plan PS PS+ raisonner zero-shot' },
  icon: 'clipboard-list',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    prompting: choice(
      {
        PS: { en: 'PS', fr: 'PS' },
        'PS+': { en: 'PS+, for calculations', fr: 'PS+, pour les calculs' },
      },
      { label: { en: 'Prompting', fr: 'Consigne' }, default: 'PS', fieldOnly: true },
    ),
    answerTrigger: text({
      label: { en: 'Answer trigger', fr: 'Déclencheur de la réponse' },
      help: { en: 'What takes the answer out of the reasoning.', fr: 'Ce qui tire la réponse du raisonnement.' },
      default: 'Therefore, the answer is',
      advanced: true,
    }),
    ...answerFormInputs,
    ...spendingInputs(320),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    reasoning: text({
      label: { en: 'Way and solution', fr: 'Démarche et solution' },
      streams: true,
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  code: planAndSolveCode(triggers),
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['Plan: count the bobbins.\nThere are 3 and 4, so 7.', '7'] },
      question: 'Three bobbins and four bobbins: how many?',
    },
    outputs: { answer: '7', reasoning: 'Plan: count the bobbins.\nThere are 3 and 4, so 7.' },
  },
  run({ inputs, seed, signal }) {
    const { question, prompting, answerTrigger } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    const form = extractionOf(inputs);
    return answerInTwo(asker, { question, trigger: triggers[prompting], answerTrigger, form });
  },
});
