import { component, defineComponent, text } from '@jacquard/node-kit';

/** Embeddings: what turns texts into vectors, so that texts of one meaning are near each other. */
export const embeddings = defineComponent({
  type: 'retrieval.embeddings',
  version: 1,
  title: { en: 'Embeddings', fr: 'Plongements (embeddings)' },
  summary: {
    en: 'Turns texts into vectors: near ones mean much the same.',
    fr: 'Transforme des textes en vecteurs : proches, ils disent à peu près la même chose.',
  },
  documentation: {
    en: 'Names the embeddings that “Embed” and a search through passages use. The default works at once, without a network, and knows English; for other languages take a local model that knows them. Hint: a knowledge base has embeddings of its own and needs none from here.',
    fr: 'Désigne les plongements qu’emploient « Vectoriser » et une recherche dans des passages. Ceux par défaut fonctionnent aussitôt, sans réseau, et connaissent l’anglais ; pour d’autres langues, prenez un modèle local qui les connaît. Astuce : une base documentaire a ses propres plongements et n’a pas besoin de ceux-ci.',
  },
  keywords: { en: 'vector meaning semantic model', fr: 'vecteur sens sémantique modèle' },
  icon: 'waypoints',
  inputs: {
    embeddings: text({
      label: { en: 'Embeddings', fr: 'Plongements' },
      field: 'embeddings',
      default: 'default',
      fieldOnly: true,
    }),
  },
  outputs: { embeddings: component('embeddings') },
  reaches: 'nothing',
  example: { inputs: { embeddings: 'default' } },
  create: ({ inputs, services, signal }) => services.embeddings.open(inputs.embeddings, signal),
  identify: async ({ inputs, services }) => (await services.embeddings.describe(inputs.embeddings)).identity,
});
