import { component, defineNode, number, passages } from '@jacquard/node-kit';
import { rankingInputs } from './ranking-inputs.ts';
import { judgeRelevance } from './judge-relevance.ts';

/** Orders passages by how well a chat model says that they answer. */
export const rankAgain = defineNode({
  type: 'retrieval.rank-again',
  version: 1,
  title: { en: 'Rank again', fr: 'Reclasser' },
  summary: {
    en: 'Has a model judge how well each passage answers, and puts the best first.',
    fr: 'Fait juger par un modèle à quel point chaque passage répond, et met les meilleurs devant.',
  },
  documentation: {
    en: 'A search is quick and rough; a model that reads each passage together with the question judges better, at the price of one call a passage. Search for many passages, rank them again, keep few. Models that can weigh answers give a fine score, others a mark from 0 to 10; equal ones stay in the order of the search. A passage for which the model gives no mark counts as 0. Hint: a model of a few hundred million parameters judges poorly; compare with and without.',
    fr: 'Une recherche est rapide et approximative ; un modèle qui lit chaque passage avec la question juge mieux, au prix d’un appel par passage. Cherchez beaucoup de passages, reclassez-les, gardez-en peu. Les modèles qui savent peser des réponses donnent une note fine, les autres une note de 0 à 10 ; à égalité, l’ordre de la recherche reste. Un passage que le modèle ne note pas compte pour 0. Astuce : un modèle de quelques centaines de millions de paramètres juge mal ; comparez avec et sans.',
  },
  keywords: { en: 'rerank reranker order score relevance', fr: 'rerank reclasser ordonner note pertinence' },
  icon: 'arrow-down-wide-narrow',
  inputs: {
    model: component('chat-model'),
    ...rankingInputs,
    seed: number({ label: { en: 'Seed', fr: 'Graine' }, min: 0, integer: true, optional: true, advanced: true }),
  },
  outputs: {
    passages: passages({ label: { en: 'Passages', fr: 'Passages' }, main: true }),
    calls: number({
      label: { en: 'Calls of the model', fr: 'Appels du modèle' },
      help: { en: 'How many answers were asked for.', fr: 'Nombre de réponses demandées.' },
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['2', '9'] },
      passages: [
        { pageContent: 'Tea is served at noon.', metadata: {} },
        { pageContent: 'The loom is cleaned on Fridays.', metadata: {} },
      ],
      question: 'When is the loom cleaned?',
      top: 1,
    },
    outputs: { passages: [{ pageContent: 'The loom is cleaned on Fridays.', metadata: {} }], calls: 2 },
  },
  async *run({ inputs, seed, signal }) {
    const { model, passages: given, question, top } = inputs;
    const scored = [];
    for (const [index, passage] of given.entries()) {
      signal.throwIfAborted();
      scored.push({ passage, score: await judgeRelevance(model, question, passage.pageContent, { seed, signal }) });
      yield { progress: { done: index + 1, total: given.length, unit: 'passages' } };
    }
    signal.throwIfAborted();
    yield { trace: { form: 'scores', data: scored.map(({ score }) => score) } };
    const ranked = scored.toSorted((one, other) => other.score - one.score);
    return { passages: ranked.slice(0, top).map(({ passage }) => passage), calls: given.length };
  },
});
