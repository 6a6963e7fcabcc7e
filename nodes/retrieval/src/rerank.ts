import { defineNode, passages, text } from '@jacquard/node-kit';
import { rankingInputs } from './ranking-inputs.ts';

/** Orders passages by a model that was made for it. */
export const rerank = defineNode({
  type: 'retrieval.rerank',
  version: 1,
  title: { en: 'Rerank', fr: 'Reclasser par modèle dédié' },
  summary: {
    en: 'Has a reranking model say how well each passage answers, and puts the best first.',
    fr: 'Fait dire par un modèle de reclassement à quel point chaque passage répond, et met les meilleurs devant.',
  },
  documentation: {
    en: 'A reranking model reads question and passage together and gives one figure: how well the passage answers. It is more exact than a search and much quicker than asking a chat model, and it writes nothing. Search for many passages, rerank them, keep few. Each passage carries its figure, from 0 to 1, as “relevance”. Hint: the model is fetched on the models page; “Rank again” does the same with a chat model.',
    fr: 'Un modèle de reclassement lit ensemble la question et le passage et donne un seul chiffre : à quel point le passage répond. Il est plus juste qu’une recherche, bien plus rapide qu’un modèle de langage, et n’écrit rien. Cherchez beaucoup de passages, reclassez-les, gardez-en peu. Chaque passage porte son chiffre, de 0 à 1, sous le nom « relevance ». Astuce : le modèle se reçoit à la page des modèles ; « Reclasser » fait de même avec un modèle de langage.',
  },
  keywords: {
    en: 'reranker cross-encoder order score relevance best',
    fr: 'reranker cross-encoder ordonner note pertinence meilleurs',
  },
  icon: 'list-ordered',
  inputs: {
    model: text({
      label: { en: 'Reranking model', fr: 'Modèle de reclassement' },
      help: { en: 'One of the models page.', fr: 'L’un de ceux de la page des modèles.' },
      default: 'bge-reranker-v2-m3',
      field: 'reranker',
      fieldOnly: true,
    }),
    ...rankingInputs,
  },
  outputs: { passages: passages({ label: { en: 'Passages', fr: 'Passages' }, main: true }) },
  determinism: 'external',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      passages: [
        { pageContent: 'Tea is served at noon.', metadata: {} },
        { pageContent: 'The loom is cleaned on Fridays.', metadata: {} },
      ],
      question: 'When is the loom cleaned?',
      top: 1,
    },
    outputs: { passages: [{ pageContent: 'The loom is cleaned on Fridays.', metadata: { relevance: 0.8 } }] },
  },
  async run({ inputs, services, signal }) {
    const { passages: given, question, top } = inputs;
    if (given.length === 0) return { passages: [] };
    const model = await services.models.reranker(inputs.model, signal);
    const texts = given.map(({ pageContent }) => pageContent);
    const scores = await model.rank(question, texts, { signal });
    const ranked = given
      .map((passage, index) => ({ passage, relevance: scores[index] ?? 0 }))
      .sort((one, other) => other.relevance - one.relevance)
      .slice(0, top);
    return {
      passages: ranked.map(({ passage, relevance }) => ({
        ...passage,
        metadata: { ...passage.metadata, relevance },
      })),
    };
  },
});
