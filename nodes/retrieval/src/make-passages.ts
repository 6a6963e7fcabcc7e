import { asDocuments, defineNode, documents, number, passages } from '@jacquard/node-kit';

/** Cuts documents into passages. */
export const makePassages = defineNode({
  type: 'retrieval.make-passages',
  version: 1,
  title: { en: 'Make passages', fr: 'Faire des passages' },
  summary: {
    en: 'Cuts documents into passages along headings, paragraphs and tables.',
    fr: 'Découpe des documents en passages selon titres, paragraphes et tableaux.',
  },
  documentation: {
    en: 'A search finds passages, not whole documents, and a model reads a few of them. Passages keep to headings and paragraphs and never cut a table’s row; each knows its document, page and headings. Short passages are found more precisely, long ones hold more of what belongs together. Hint: leave the settings empty at first. Wire the passages to “Search (words and meaning)”, “Embed” or “Passages as text”.',
    fr: 'Une recherche trouve des passages, non des documents entiers, et un modèle en lit quelques-uns. Les passages suivent titres et paragraphes et ne coupent jamais une ligne de tableau ; chacun connaît son document, sa page et ses titres. Courts, ils se trouvent plus précisément ; longs, ils gardent ensemble ce qui va ensemble. Astuce : laissez d’abord les réglages vides. À relier à « Recherche (mots et sens) », « Vectoriser » ou « Passages en texte ».',
  },
  keywords: { en: 'split chunk text splitter cut', fr: 'découper segmenter extraits' },
  icon: 'scissors',
  inputs: {
    documents: documents({ label: { en: 'Documents', fr: 'Documents' }, wireOnly: true }),
    size: number({
      label: { en: 'Longest passage', fr: 'Longueur maximale' },
      unit: 'characters',
      min: 200,
      max: 4000,
      integer: true,
      optional: true,
    }),
    overlap: number({
      label: { en: 'Shared with the next', fr: 'Commun avec le suivant' },
      help: {
        en: 'What stands at a cut is found in both passages.',
        fr: 'Ce qui se trouve à une coupure est dans les deux passages.',
      },
      unit: 'characters',
      min: 0,
      max: 1000,
      integer: true,
      optional: true,
      advanced: true,
    }),
  },
  outputs: { passages: passages({ label: { en: 'Passages', fr: 'Passages' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: { documents: [{ pageContent: 'The loom reads cards.\n\nA card is a row of holes.', metadata: {} }] },
    outputs: {
      passages: [{ pageContent: 'The loom reads cards.' }, { pageContent: 'A card is a row of holes.' }] as never,
    }, // boundary: the rest is metadata
  },
  async run({ inputs, services, signal }) {
    const { documents, size, overlap } = inputs;
    return { passages: asDocuments(await services.knowledge.split(documents, { size, overlap }, signal)) };
  },
});
