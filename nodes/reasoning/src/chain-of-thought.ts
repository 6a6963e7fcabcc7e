import { choice, component, defineNode, table, extractionOf, text, type CallBound } from '@jacquard/node-kit';
import { answerAsShown } from './chain/answer-as-shown.ts';
import { answerFormInputs } from './chain/answer-form.ts';
import { unfoldedChain } from './chain/unfold-chain.ts';
import { answerInTwo } from './chain/answer-in-two.ts';
import { openAsker } from './open-asker.ts';
import { questionInput } from './question-input.ts';
import { spendingInputs } from './spending-inputs.ts';
import { chainOfThoughtCode } from './code/chain-code.ts';

const bound: CallBound = { calls: [{ factors: [2] }], tokens: 'maxTokens' };

/**
 * Chain of thought: zero-shot in two stages (Kojima et al. 2022, “Large Language Models are Zero-Shot Reasoners”), or after examples
 * worked by hand (Wei et al. 2022, “Chain-of-Thought Prompting Elicits Reasoning in Large Language Models”).
 */
export const chainOfThought = defineNode({
  type: 'reasoning.chain-of-thought',
  version: 1,
  title: { en: 'Chain of thought', fr: 'Chaîne de pensée (chain of thought)' },
  summary: {
    en: 'Has the model reason before it answers; reasoning and answer come apart.',
    fr: 'Fait raisonner le modèle avant de répondre ; le raisonnement et la réponse sortent séparément.',
  },
  documentation: {
    en: 'A model that writes its reasoning first gets further with arithmetic, logic and questions that take several turns. “Without examples” (Kojima et al. 2022) asks twice: the trigger makes the model reason, the answer trigger takes the answer out of what it wrote. “After worked examples” (Wei et al. 2022) shows questions that you have worked out, and asks once; only a model that leaves their manner is asked a second time. It costs at most two calls, and the tokens of the reasoning. It helps large models; the papers found nothing to gain below some ten billion parameters, and the starter model of 135 million mostly reasons itself away from the right answer: for short questions of fact or of style ask directly. Hint: to have numbers only, write “Therefore, the answer (arabic numerals) is” as answer trigger, as the paper does.',
    fr: 'Un modèle qui écrit d’abord son raisonnement va plus loin en arithmétique, en logique et dans les questions à plusieurs détours. « Sans exemple » (Kojima et al. 2022) interroge deux fois : le déclencheur fait raisonner le modèle, celui de la réponse la tire de ce qu’il a écrit. « Après des exemples résolus » (Wei et al. 2022) montre des questions que vous avez résolues, et n’interroge qu’une fois ; seul un modèle qui s’écarte de leur manière est interrogé à nouveau. Cela coûte deux appels au plus, et les tokens du raisonnement. Cela sert aux grands modèles ; les articles n’ont rien trouvé à gagner en dessous de quelque dix milliards de paramètres, et le modèle de départ, avec 135 millions, s’éloigne le plus souvent de la bonne réponse en raisonnant : pour de courtes questions de fait ou de style, interrogez directement. Astuce : pour n’avoir que des nombres, écrivez « Therefore, the answer (arabic numerals) is » comme déclencheur de la réponse, comme dans l’article.',
  },
  keywords: {
    en: 'CoT reason think let’s think zero-shot few-shot worked examples',
    fr: 'CoT raisonner réfléchir zero-shot few-shot exemples résolus',
  },
  icon: 'link-2',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    method: choice(
      {
        'zero-shot': { en: 'without examples', fr: 'sans exemple' },
        'few-shot': { en: 'after worked examples', fr: 'après des exemples résolus' },
      },
      { label: { en: 'Method', fr: 'Méthode' }, default: 'zero-shot', fieldOnly: true },
    ),
    examples: table({
      label: { en: 'Worked examples', fr: 'Exemples résolus' },
      help: {
        en: 'Three columns: question, reasoning, answer.',
        fr: 'Trois colonnes : question, raisonnement, réponse.',
      },
      field: 'table',
      optional: true,
      visibleWhen: { input: 'method', equals: 'few-shot' },
    }),
    trigger: text({
      label: { en: 'Trigger', fr: 'Déclencheur' },
      help: { en: 'What makes the model reason.', fr: 'Ce qui fait raisonner le modèle.' },
      default: "Let's think step by step.",
      visibleWhen: { input: 'method', equals: 'zero-shot' },
    }),
    answerTrigger: text({
      label: { en: 'Answer trigger', fr: 'Déclencheur de la réponse' },
      help: {
        en: 'What takes the answer out of the reasoning.',
        fr: 'Ce qui tire la réponse du raisonnement.',
      },
      default: 'Therefore, the answer is',
      advanced: true,
    }),
    ...answerFormInputs,
    ...spendingInputs(256),
  },
  bound,
  unfolds: unfoldedChain,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    reasoning: text({ label: { en: 'Reasoning', fr: 'Raisonnement' }, streams: true }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  code: chainOfThoughtCode,
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['Two looms weave 3 metres each.\nThat is 6.', '6 metres'] },
      question: 'Two looms weave 3 metres an hour each. How much do they weave in an hour?',
    },
    outputs: { answer: '6 metres', reasoning: 'Two looms weave 3 metres each.\nThat is 6.' },
  },
  async *run({ inputs, seed, signal }) {
    const { question, method, examples = { columns: [], rows: [] }, trigger, answerTrigger } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    const form = extractionOf(inputs);
    if (method === 'few-shot') return yield* answerAsShown(asker, { question, examples, answerTrigger, form });
    return yield* answerInTwo(asker, { question, trigger, answerTrigger, form });
  },
});
