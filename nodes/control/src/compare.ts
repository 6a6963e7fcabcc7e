import { any, boolean, choice, compareValues, comparisons, defineNode, ignoreCapitals } from '@jacquard/node-kit';
import { compareCode } from './code/branch-code.ts';

/** Says whether a comparison holds. */
export const compare = defineNode({
  type: 'control.compare',
  version: 1,
  title: { en: 'Compare', fr: 'Comparer' },
  summary: {
    en: 'Says whether a comparison holds: yes or no.',
    fr: 'Dit si une comparaison est vraie : oui ou non.',
  },
  documentation: {
    en: 'Numbers are compared by size, texts without regard to capitals; “contains” looks for a text in a text or an item in a list. Use it for the end of “Repeat until”, or where an answer should be yes or no. To send a value one way or the other, “If” compares by itself. Hint: to ask a model, let it answer with a label and compare that.',
    fr: 'Les nombres se comparent par leur grandeur, les textes sans égard aux majuscules ; « contient » cherche un texte dans un texte ou un élément dans une liste. À employer pour la fin de « Répéter jusqu’à », ou lorsqu’il faut répondre oui ou non. Pour envoyer une valeur d’un côté ou de l’autre, « Si » compare lui-même. Astuce : pour interroger un modèle, faites-lui donner une étiquette et comparez-la.',
  },
  keywords: { en: 'condition equals greater boolean test', fr: 'condition égal supérieur booléen test' },
  icon: 'scale',
  inputs: {
    value: any({ label: { en: 'Value', fr: 'Valeur' } }),
    comparison: choice(comparisons, {
      label: { en: 'Condition', fr: 'Condition' },
      default: 'equals',
      fieldOnly: true,
    }),
    to: any({ label: { en: 'To', fr: 'À' }, optional: true }),
    ignoreCase: ignoreCapitals(true),
  },
  outputs: { result: boolean({ label: { en: 'Yes or no', fr: 'Oui ou non' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: compareCode,
  example: { inputs: { value: 'Good.', comparison: 'contains', to: 'good' }, outputs: { result: true } },
  run: async ({ inputs: { value, comparison, to, ignoreCase } }) => ({
    result: compareValues(value, comparison, to, { ignoreCase }),
  }),
});
