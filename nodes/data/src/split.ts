import { choice, defineNode, list, text } from '@jacquard/node-kit';
import { cut } from './cut-text.ts';
import { splitCode } from './code/text-codes.ts';

/** Splits a text into a list. */
export const split = defineNode({
  type: 'data.split',
  version: 1,
  title: { en: 'Split a text', fr: 'Découper un texte' },
  summary: {
    en: 'Splits a text into lines, paragraphs, sentences or by a separator.',
    fr: 'Découpe un texte en lignes, paragraphes, phrases ou par un séparateur.',
  },
  documentation: {
    en: 'Gives the parts as a list, without the space around them and without empty ones. Use it before “For each” to treat each part by itself. Hint: sentences are found by the rules of Unicode, which know abbreviations only roughly.',
    fr: 'Donne les parties en liste, sans l’espace autour et sans les vides. À employer avant « Pour chaque », pour traiter chaque partie séparément. Astuce : les phrases sont trouvées selon les règles d’Unicode, qui ne connaissent les abréviations qu’à peu près.',
  },
  keywords: { en: 'cut lines paragraphs sentences list', fr: 'couper lignes paragraphes phrases liste' },
  icon: 'scissors',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    into: choice(
      {
        lines: { en: 'lines', fr: 'lignes' },
        paragraphs: { en: 'paragraphs', fr: 'paragraphes' },
        sentences: { en: 'sentences', fr: 'phrases' },
        separator: { en: 'parts between a separator', fr: 'parties entre un séparateur' },
      },
      { label: { en: 'Into', fr: 'En' }, default: 'lines', fieldOnly: true },
    ),
    separator: text({
      label: { en: 'Separator', fr: 'Séparateur' },
      default: ',',
      optional: true,
      visibleWhen: { input: 'into', equals: 'separator' },
    }),
  },
  outputs: { parts: list(text({ label: { en: 'Part', fr: 'Partie' } }), { label: { en: 'Parts', fr: 'Parties' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: splitCode,
  example: {
    inputs: { text: 'silk; wool ;; linen', into: 'separator', separator: ';' },
    outputs: { parts: ['silk', 'wool', 'linen'] },
  },
  run: async ({ inputs: { text: given, into, separator = ',' } }) => ({ parts: cut(given, into, separator) }),
});
