import { defineNode, list, text } from '@jacquard/node-kit';
import { joinCode } from './code/text-codes.ts';

/** Joins texts to one. */
export const join = defineNode({
  type: 'data.join',
  version: 1,
  title: { en: 'Join texts', fr: 'Joindre des textes' },
  summary: { en: 'Joins several texts to one.', fr: 'Joint plusieurs textes en un seul.' },
  documentation: {
    en: 'Puts texts one after the other in the order of the wires, or of the list, with a separator between them. Use it after “For each”, or to put several answers in front of a model. Hint: empty texts are left out, so no separator stands twice.',
    fr: 'Met des textes l’un après l’autre dans l’ordre des liens, ou de la liste, avec un séparateur entre eux. À employer après « Pour chaque », ou pour soumettre plusieurs réponses à un modèle. Astuce : les textes vides sont omis ; aucun séparateur n’apparaît donc deux fois.',
  },
  keywords: { en: 'concatenate combine append', fr: 'concaténer combiner ajouter' },
  icon: 'combine',
  inputs: {
    texts: list(text({ label: { en: 'Text', fr: 'Texte' } }), { label: { en: 'Texts', fr: 'Textes' } }),
    separator: text({
      label: { en: 'Between them', fr: 'Entre eux' },
      help: { en: 'An empty line, if nothing is set.', fr: 'Une ligne vide, si rien n’est indiqué.' },
      default: '\n\n',
      multiline: true,
    }),
  },
  outputs: { text: text({ label: { en: 'Text', fr: 'Texte' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: joinCode,
  example: { inputs: { texts: ['warp', '', 'weft'], separator: ' and ' }, outputs: { text: 'warp and weft' } },
  run: async ({ inputs: { texts, separator } }) => ({ text: texts.filter((one) => one !== '').join(separator) }),
});
