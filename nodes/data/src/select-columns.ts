import { defineNode, list, table, text } from '@jacquard/node-kit';
import { requireColumns } from './require-columns.ts';
import { selectColumnsCode } from './code/table-codes.ts';

/** Keeps some columns of a table, in a given order. */
export const selectColumns = defineNode({
  type: 'data.select-columns',
  version: 1,
  title: { en: 'Select columns', fr: 'Choisir des colonnes' },
  summary: {
    en: 'Keeps some columns of a table, in your order.',
    fr: 'Garde certaines colonnes d’un tableau, dans votre ordre.',
  },
  documentation: {
    en: 'The other columns are left out. Use it before a table goes to a model, which reads every cell, or to an output. Hint: fewer columns mean shorter prompts and quicker answers.',
    fr: 'Les autres colonnes sont omises. À employer avant qu’un tableau aille à un modèle, qui lit chaque cellule, ou à une sortie. Astuce : moins de colonnes, ce sont des prompts plus courts et des réponses plus rapides.',
  },
  keywords: { en: 'table fields keep drop', fr: 'tableau champs garder retirer' },
  icon: 'columns-3',
  inputs: {
    table: table({ label: { en: 'Table', fr: 'Tableau' }, wireOnly: true }),
    columns: list(text({ label: { en: 'Column', fr: 'Colonne' } }), {
      label: { en: 'Columns', fr: 'Colonnes' },
      help: { en: 'One a line.', fr: 'Une par ligne.' },
      field: 'lines',
    }),
  },
  outputs: { table: table({ label: { en: 'Table', fr: 'Tableau' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: selectColumnsCode,
  example: {
    inputs: { table: { columns: ['yarn', 'price'], rows: [{ yarn: 'linen', price: 4 }] }, columns: ['price'] },
    outputs: { table: { columns: ['price'], rows: [{ price: 4 }] } },
  },
  async run({ inputs: { table: given, columns } }) {
    const names = [...new Set(columns.map((name) => name.trim()).filter((name) => name !== ''))];
    requireColumns(given, names);
    const rows = given.rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
    return { table: { columns: names, rows } };
  },
});
