import { component, defineNode, drawingDistribution, number, Problem, table, text } from '@jacquard/node-kit';
import { inputOf, readAs } from './read-as.ts';

/** What a model holds likely after a text. */
export const nextToken = defineNode({
  type: 'teaching.next-token',
  version: 1,
  title: { en: 'Next word', fr: 'Mot suivant' },
  summary: {
    en: 'Shows what a model holds likely after a text, before anything is drawn.',
    fr: 'Montre ce qu’un modèle juge probable après un texte, avant tout tirage.',
  },
  documentation: {
    en: 'A language model writes by giving every token of its vocabulary, a word or a piece of one, a probability, and then one is drawn. This node stops before the draw and lists the likeliest. Use it to see where a model is sure and where it is torn, and how a changed prompt moves its probabilities. Hint: loop over several beginnings, and compare; to play with temperature and cuts, open “Look inside” on the models page.',
    fr: 'Un modèle de langage écrit en donnant une probabilité à chaque token de son vocabulaire, un mot ou un morceau de mot, puis l’un d’eux est tiré. Ce nœud s’arrête avant le tirage et liste les plus probables. À employer pour voir où un modèle est sûr, où il hésite, et comment un prompt modifié déplace ses probabilités. Astuce : parcourez plusieurs débuts en boucle et comparez ; pour jouer avec la température et les coupes, ouvrez « Regarder dedans » à la page des modèles.',
  },
  keywords: {
    en: 'token probability logits distribution likely predict',
    fr: 'token probabilité logits distribution probable prédire',
  },
  icon: 'chart-bar-decreasing',
  inputs: {
    model: component('chat-model'),
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    count: number({
      label: { en: 'How many', fr: 'Combien' },
      min: 1,
      max: 200,
      integer: true,
      default: 10,
    }),
    form: readAs,
  },
  outputs: {
    tokens: table({
      label: { en: 'Likeliest tokens', fr: 'Tokens les plus probables' },
      help: {
        en: 'Each with its number and its probability from 0 to 1.',
        fr: 'Chacun avec son numéro et sa probabilité de 0 à 1.',
      },
      main: true,
    }),
    likeliest: text({ label: { en: 'Likeliest', fr: 'Le plus probable' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: { model: { fake: 'chat-model', replies: ['blue grey'] }, text: 'The sky is', count: 2 },
    outputs: { likeliest: 'blue' },
  },
  async run({ inputs, signal }) {
    const { model, count, form } = inputs;
    if (!model.nextTokens) throw new Problem('model-insides-closed', { model: model.name });
    if (inputs.text === '') throw new Problem('text-to-read-empty');
    const { tokens, logits } = await model.nextTokens(inputOf(inputs.text, form), count, { signal });
    const probabilities = drawingDistribution(logits, { temperature: 1, topK: 0, topP: 1, minP: 0 });
    const rows = tokens.map(({ id, text: token }) => ({
      token,
      probability: Number((probabilities[id] ?? 0).toPrecision(4)),
      id,
    }));
    return { tokens: { columns: ['token', 'probability', 'id'], rows }, likeliest: tokens[0]?.text ?? '' };
  },
});
