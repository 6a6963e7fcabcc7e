import { defineNode, list, Problem, variable } from '@jacquard/node-kit';
import { mergeCode } from './code/merge-code.ts';

/** Brings ways together: gives the first value that arrived. */
export const merge = defineNode({
  type: 'control.merge',
  version: 1,
  title: { en: 'Merge', fr: 'Fusionner' },
  summary: {
    en: 'Brings ways together again: gives the first value that arrived.',
    fr: 'Réunit des voies : donne la première valeur arrivée.',
  },
  documentation: {
    en: 'After “If” or “Switch” only one way runs. Wire the ends of all ways here, and the flow goes on with the one that has a value. If several have one, the first in the order of the wires is taken. Use it before the output, so that a flow has one answer. Hint: put the preferred way first and a fallback after it.',
    fr: 'Après « Si » ou « Aiguillage », une seule voie s’exécute. Reliez ici la fin de toutes les voies : le flux continue avec celle qui a une valeur. Si plusieurs en ont une, la première dans l’ordre des liens est prise. À employer avant la sortie, pour qu’un flux ait une seule réponse. Astuce : mettez d’abord la voie préférée, puis une voie de secours.',
  },
  keywords: { en: 'join branches coalesce first', fr: 'joindre branches première' },
  icon: 'merge',
  inputs: {
    values: list(variable('T', { label: { en: 'Value', fr: 'Valeur' } }), {
      label: { en: 'Values', fr: 'Valeurs' },
      wireOnly: true,
    }),
  },
  outputs: { value: variable('T', { label: { en: 'Value', fr: 'Valeur' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: mergeCode,
  example: {
    inputs: { values: ['The answer of the way that ran'] },
    outputs: { value: 'The answer of the way that ran' },
  },
  async run({ inputs: { values } }) {
    const [value] = values;
    if (value === undefined) throw new Problem('merge-without-values');
    return { value };
  },
});
