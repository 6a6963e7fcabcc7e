import { choice, component, defineNode, renderTemplate, text, trace, type CallBound } from '@jacquard/node-kit';
import { openAsker } from './open-asker.ts';
import { questionInput } from './question-input.ts';
import { spendingInputs } from './spending-inputs.ts';
import { streamAnswer } from './stream-answer.ts';

const asksFirst = { input: 'abstraction', equals: 'question' } as const;
const bound: CallBound = { calls: [{ factors: [2] }, { factors: [1], when: [asksFirst] }], tokens: 'maxTokens' };

const principlesPrompt = `What are the principles and concepts involved in answering the question below? State them in general, in a few sentences, and do not answer the question itself.

Question: {{question}}
Principles involved:`;

const stepBackPrompt = `Step back from the question below and write one more general question, which is easier to answer and whose answer helps with it. Write the general question and nothing else.

Original question: Which ship did the captain of the first voyage around the Cape command two years later?
General question: Which ships did that captain command?

Original question: {{question}}
General question:`;

/**
 * Step-back prompting (Zheng et al. 2023, “Take a Step Back: Evoking Reasoning via Abstraction in Large Language Models”): an abstraction
 * first (the principles involved, or a more general question and its answer), then reasoning that stands on it.
 */
export const stepBack = defineNode({
  type: 'reasoning.step-back',
  version: 1,
  title: { en: 'Step back', fr: 'Prendre du recul (step-back)' },
  summary: {
    en: 'Has the model find the principles behind a question first, and answer from them.',
    fr: 'Fait d’abord trouver au modèle les principes derrière une question, puis répondre à partir d’eux.',
  },
  documentation: {
    en: 'After Zheng et al. 2023. Details lead a model astray; the principle that they fall under, or a more general question, it mostly knows. “Principles” costs two calls: the principles, and the answer that stands on them: take it for physics, law, rules of any kind. “A more general question” costs three: the question, its answer, and the answer to yours: take it for facts of a time or a place. It helps models that know much and lose their way in the details. A very small model states no usable principle: it repeats the question in other words, and the longer prompt makes its answer worse. Hint: to answer the general question from your documents, take its text from the output into “Search”, and the passages into a prompt.',
    fr: 'D’après Zheng et al. 2023. Les détails égarent un modèle ; le principe dont ils relèvent, ou une question plus générale, il les connaît le plus souvent. « Les principes » coûte deux appels : les principes, puis la réponse qui s’appuie sur eux ; à prendre pour la physique, le droit, toute sorte de règles. « Une question plus générale » en coûte trois : la question, sa réponse, et la réponse à la vôtre ; à prendre pour des faits d’une époque ou d’un lieu. Cela aide les modèles qui savent beaucoup et se perdent dans les détails. Un très petit modèle n’énonce aucun principe utilisable : il répète la question en d’autres mots, et le prompt plus long rend sa réponse plus mauvaise. Astuce : pour répondre à la question générale par vos documents, reliez la sortie de son texte à « Rechercher », puis les passages à un prompt.',
  },
  keywords: {
    en: 'abstraction principles general question',
    fr: 'abstraction principes question générale',
  },
  icon: 'undo-2',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    abstraction: choice(
      {
        principles: { en: 'principles', fr: 'les principes' },
        question: { en: 'a more general question', fr: 'une question plus générale' },
      },
      { label: { en: 'First find', fr: 'Trouver d’abord' }, default: 'principles', fieldOnly: true },
    ),
    principlesPrompt: text({
      label: { en: 'Prompt for the principles', fr: 'Prompt des principes' },
      help: { en: '{{question}} stands for the question.', fr: '{{question}} représente la question.' },
      multiline: true,
      default: principlesPrompt,
      advanced: true,
      visibleWhen: { input: 'abstraction', equals: 'principles' },
    }),
    stepBackPrompt: text({
      label: { en: 'Prompt for the general question', fr: 'Prompt de la question générale' },
      help: { en: '{{question}} stands for the question.', fr: '{{question}} représente la question.' },
      multiline: true,
      default: stepBackPrompt,
      advanced: true,
      visibleWhen: { input: 'abstraction', equals: 'question' },
    }),
    ...spendingInputs(192),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, streams: true, main: true }),
    abstraction: text({
      label: { en: 'What it stands on', fr: 'Ce sur quoi elle s’appuie' },
      help: {
        en: 'The principles, or the answer to the general question.',
        fr: 'Les principes, ou la réponse à la question générale.',
      },
    }),
    generalQuestion: text({
      label: { en: 'General question', fr: 'Question générale' },
      help: { en: 'Empty where principles were asked for.', fr: 'Vide quand ce sont les principes qui sont demandés.' },
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: ['A longer lever needs less force.', 'Half the force is needed.'],
      },
      question: 'A lever is made twice as long. How much force does the shed need?',
    },
    outputs: { answer: 'Half the force is needed.', abstraction: 'A longer lever needs less force.' },
  },
  async *run({ inputs, seed, signal }) {
    const { question } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    yield asker.begin();
    const callsWanted = inputs.abstraction === 'question' ? 3 : 2;
    const isCut = !asker.budget.allows(callsWanted);
    const generalQuestion =
      inputs.abstraction === 'question' && !isCut
        ? firstLineOf(await asker.ask('step back', renderTemplate(inputs.stepBackPrompt, { question })))
        : '';
    const asked = generalQuestion === '' ? [] : ['question'];
    if (generalQuestion !== '') yield thought('question', generalQuestion, 'step back', []);
    const base = generalQuestion === '' ? renderTemplate(inputs.principlesPrompt, { question }) : generalQuestion;
    const abstraction = asker.budget.allows(2) ? await asker.ask('abstraction', base) : '';
    const found = abstraction === '' ? asked : [...asked, 'abstraction'];
    if (abstraction !== '') yield thought('abstraction', abstraction, 'abstraction', asked);
    const prompt = promptOf(question, generalQuestion, abstraction);
    const answer = yield* streamAnswer(asker, 'answer', prompt, { best: abstraction });
    yield thought('answer', answer.trim(), 'answer', found);
    yield asker.end(isCut ? 'budget' : 'complete');
    return { answer, abstraction, generalQuestion };
  },
});

function thought(id: string, words: string, call: string, before: readonly string[]) {
  return trace('thought', { id, parents: before.slice(-1), depth: before.length + 1, text: words, from: { call } });
}

function promptOf(question: string, generalQuestion: string, abstraction: string): string {
  if (abstraction === '') return question;
  const ground = generalQuestion === '' ? abstraction : `${generalQuestion}\n${abstraction}`;
  return `Answer the question with the help of the principles.\n\nPrinciples: ${ground}\n\nQuestion: ${question}\nAnswer:`;
}

function firstLineOf(written: string): string {
  return written.split('\n')[0]?.trim() ?? '';
}
