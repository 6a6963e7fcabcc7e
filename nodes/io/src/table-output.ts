import { defineStructure, table } from '@jacquard/node-kit';
import { describeField } from './describe-field.ts';

/** A table that the flow gives. */
export const tableOutput = defineStructure({
  role: 'flow-output',
  type: 'io.table-output',
  version: 1,
  title: { en: 'Table output', fr: 'Sortie de tableau' },
  summary: {
    en: 'Rows and columns that the flow gives.',
    fr: 'Des lignes et des colonnes que donne le flux.',
  },
  documentation: {
    en: 'Shows rows and columns as a result of the flow. Through the API, it is the output named after this node. Use it for tables that were read, filtered and sorted. Hint: the whole table can be opened and copied from the node.',
    fr: 'Présente des lignes et des colonnes comme résultat du flux. Par l’API, c’est la sortie qui porte le nom de ce nœud. À employer pour des tableaux lus, filtrés, triés. Astuce : le tableau entier peut s’ouvrir et se copier depuis le nœud.',
  },
  keywords: { en: 'result rows columns spreadsheet CSV', fr: 'résultat lignes colonnes tableur CSV' },
  icon: 'table-2',
  inputs: { table: table({ label: { en: 'Table', fr: 'Tableau' }, wireOnly: true }), ...describeField },
  outputs: {},
  example: { inputs: { table: { columns: ['yarn', 'metres'], rows: [{ yarn: 'linen', metres: 400 }] } } },
});
