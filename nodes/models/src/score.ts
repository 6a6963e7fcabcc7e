import { component, conversationOf, defineNode, list, Problem, table, text } from '@jacquard/node-kit';
import { instructions } from './answer-inputs.ts';
import { probabilitiesOf } from './probabilities-of.ts';

/** How likely a model holds each of several answers. */
export const score = defineNode({
  type: 'models.score',
  version: 1,
  title: { en: 'Score choices', fr: 'Évaluer des choix' },
  summary: {
    en: 'Tells how likely a model holds each of several answers. Nothing is generated.',
    fr: 'Dit à quel point un modèle juge probable chacune de plusieurs réponses. Rien n’est généré.',
  },
  documentation: {
    en: 'The model reads the prompt once, and then each answer behind it; what counts is the probability that it would have written that answer, word by word. Nothing is drawn, so the same prompt always gives the same figures, and no answer can be anything else. Use it for quizzes, for judging, and to see how sure a model is. Hint: a long answer is less likely than a short one of the same sense; give choices of like length, letters or single words.',
    fr: 'Le modèle lit le prompt une fois, puis chaque réponse à sa suite ; ce qui compte est la probabilité qu’il ait écrit cette réponse, mot à mot. Rien n’est tiré : le même prompt donne toujours les mêmes chiffres, et aucune réponse ne peut être autre chose. À employer pour des quiz, pour juger, et pour voir à quel point un modèle est sûr. Astuce : une réponse longue est moins probable qu’une courte de même sens ; donnez des choix de longueur voisine, des lettres ou des mots simples.',
  },
  keywords: {
    en: 'probability logprob likelihood choose multiple choice quiz judge',
    fr: 'probabilité logprob vraisemblance choisir QCM quiz juger',
  },
  icon: 'scale',
  inputs: {
    model: component('chat-model'),
    prompt: text({ label: { en: 'Prompt', fr: 'Prompt' }, multiline: true }),
    choices: list(text({ label: { en: 'Choice', fr: 'Choix' } }), {
      label: { en: 'Choices', fr: 'Choix' },
      help: { en: 'One a line.', fr: 'Un par ligne.' },
      field: 'lines',
    }),
    system: text({ ...instructions, advanced: true }),
  },
  outputs: {
    best: text({ label: { en: 'Likeliest choice', fr: 'Choix le plus probable' }, main: true }),
    probabilities: table({
      label: { en: 'Probability of each choice', fr: 'Probabilité de chaque choix' },
      help: {
        en: 'Among the choices, from 0 to 1, the highest first; with the logarithm of the probability among all answers.',
        fr: 'Parmi les choix, de 0 à 1, la plus haute d’abord ; avec le logarithme de la probabilité parmi toutes les réponses.',
      },
    }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: [''], score: { yes: 0.75, no: 0.25 } },
      prompt: 'Is a loom a machine?',
      choices: ['yes', 'no'],
    },
    outputs: { best: 'yes' },
  },
  async run({ inputs, signal }) {
    const { model, prompt, system } = inputs;
    const choices = [...new Set(inputs.choices.map((choice) => choice.trim()).filter((choice) => choice !== ''))];
    if (choices.length < 2) throw new Problem('choices-too-few', { choices });
    if (!model.score) throw new Problem('model-insides-closed', { model: model.name });
    const scores = await model.score(conversationOf({ prompt, system }), choices, { signal });
    const probabilities = probabilitiesOf(scores);
    const rows = choices
      .map((choice, index) => ({
        choice,
        probability: Number((probabilities[index] ?? 0).toPrecision(4)),
        'log-probability': Number((scores[index] ?? 0).toPrecision(5)),
      }))
      .sort((one, other) => other.probability - one.probability);
    const columns = ['choice', 'probability', 'log-probability'];
    return { best: rows[0]?.choice ?? '', probabilities: { columns, rows } };
  },
});
