import { defineStructure, list, number, variable } from '@jacquard/node-kit';

/** Runs the nodes inside once for each item. */
export const forEach = defineStructure({
  role: 'for-each',
  type: 'control.for-each',
  version: 1,
  title: { en: 'For each', fr: 'Pour chaque' },
  summary: {
    en: 'Runs the nodes inside once for each item of a list or row of a table.',
    fr: 'Exécute les nœuds intérieurs une fois par élément d’une liste ou ligne d’un tableau.',
  },
  documentation: {
    en: 'Inside, “Item” is the item of this turn. Several turns run at the same time; the results come out as a list in the order of the items. Use it to do the same to every row, paragraph or file. Hint: try the flow with three items before you run it over three thousand.',
    fr: 'À l’intérieur, « Élément » est celui de ce tour. Plusieurs tours s’exécutent en même temps ; les résultats sortent en liste, dans l’ordre des éléments. À employer pour traiter de même chaque ligne, paragraphe ou fichier. Astuce : essayez le flux sur trois éléments avant de le lancer sur trois mille.',
  },
  keywords: { en: 'loop map iterate rows list batch', fr: 'boucle parcourir itérer lignes liste lot' },
  icon: 'repeat-2',
  inputs: {
    items: list(variable('T', { label: { en: 'Item', fr: 'Élément' } }), {
      label: { en: 'Items', fr: 'Éléments' },
      wireOnly: true,
    }),
    concurrency: number({
      label: { en: 'At the same time', fr: 'En même temps' },
      help: { en: 'How many turns may run at once.', fr: 'Combien de tours peuvent s’exécuter à la fois.' },
      default: 4,
      min: 1,
      max: 64,
      integer: true,
      fieldOnly: true,
      advanced: true,
    }),
  },
  inner: {
    item: variable('T', { label: { en: 'Item', fr: 'Élément' } }),
    index: number({
      label: { en: 'Position', fr: 'Position' },
      help: { en: 'From 0.', fr: 'À partir de 0.' },
    }),
  },
  outputs: {},
  example: { inputs: { items: ['first row', 'second row'], concurrency: 2 } },
});
