import { component, defineNode, embedding, list, passages, Problem, text } from '@jacquard/node-kit';

/** Turns a text, or each of several passages, into a vector. */
export const embed = defineNode({
  type: 'retrieval.embed',
  version: 1,
  title: { en: 'Embed', fr: 'Vectoriser' },
  summary: {
    en: 'Turns a text or passages into vectors that stand for their meaning.',
    fr: 'Transforme un texte ou des passages en vecteurs qui représentent leur sens.',
  },
  documentation: {
    en: 'Texts that mean much the same get vectors that are near each other; how near is their cosine. Give a text to have its vector, passages to have one for each, in order, or both. All vectors have length 1, so their scalar product is the cosine. Hint: vectors of unlike embeddings don’t compare.',
    fr: 'Des textes de sens voisin reçoivent des vecteurs voisins ; leur cosinus dit à quel point. Donnez un texte pour avoir son vecteur, des passages pour en avoir un chacun, dans l’ordre, ou les deux. Tous les vecteurs sont de longueur 1 : leur produit scalaire est le cosinus. Astuce : des vecteurs de plongements différents ne se comparent pas.',
  },
  keywords: { en: 'vector embedding meaning similarity', fr: 'vecteur plongement sens similarité' },
  icon: 'move-3d',
  inputs: {
    embeddings: component('embeddings'),
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true, optional: true }),
    passages: passages({ label: { en: 'Passages', fr: 'Passages' }, wireOnly: true, optional: true }),
  },
  requiresOneOf: ['text', 'passages'],
  outputs: {
    vector: embedding({
      label: { en: 'Vector', fr: 'Vecteur' },
      help: { en: 'Of the text, or of the first passage.', fr: 'Du texte, ou du premier passage.' },
    }),
    vectors: list(embedding({ label: { en: 'Vector', fr: 'Vecteur' } }), {
      label: { en: 'All vectors', fr: 'Tous les vecteurs' },
      help: {
        en: 'The text’s first, then one a passage, in order.',
        fr: 'Celui du texte d’abord, puis un par passage, dans l’ordre.',
      },
    }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: { embeddings: { fake: 'embeddings' }, text: 'loom' },
    outputs: {},
  },
  async run({ inputs, signal }) {
    const { embeddings, text: given = '', passages: many = [] } = inputs;
    const texts = [...(given.trim() === '' ? [] : [given]), ...many.map(({ pageContent }) => pageContent)];
    if (texts.length === 0) throw new Problem('retrieval-nothing-to-embed');
    const vectors = await embeddings.embedDocuments(texts, signal);
    return { vector: vectors[0] ?? [], vectors };
  },
});
