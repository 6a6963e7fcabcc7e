import { any, choice, compareValues, comparisons, defineNode, ignoreCapitals, table, text } from '@jacquard/node-kit';
import { requireColumns } from './require-columns.ts';
import { filterRowsCode } from './code/table-codes.ts';

/** Keeps the rows of a table that fit a condition. */
export const filterRows = defineNode({
  type: 'data.filter-rows',
  version: 1,
  title: { en: 'Filter rows', fr: 'Filtrer des lignes' },
  summary: {
    en: 'Keeps the rows of a table that fit a condition.',
    fr: 'Garde les lignes d’un tableau qui répondent à une condition.',
  },
  documentation: {
    en: 'Looks at one column of every row. Numbers are compared by size, texts without regard to capitals, dates in the form 2026-01-31 by their order. The other rows leave by the second output. Use several after one another for several conditions. Hint: “is not empty” finds the rows that were filled in.',
    fr: 'Regarde une colonne de chaque ligne. Les nombres se comparent par leur grandeur, les textes sans égard aux majuscules, les dates de la forme 2026-01-31 par leur ordre. Les autres lignes sortent par la seconde sortie. Pour plusieurs conditions, mettez-en plusieurs à la suite. Astuce : « n’est pas vide » trouve les lignes remplies.',
  },
  keywords: { en: 'table where condition select', fr: 'tableau où condition sélection' },
  icon: 'funnel',
  inputs: {
    table: table({ label: { en: 'Table', fr: 'Tableau' }, wireOnly: true }),
    column: text({ label: { en: 'Column', fr: 'Colonne' } }),
    comparison: choice(comparisons, {
      label: { en: 'Condition', fr: 'Condition' },
      default: 'equals',
      fieldOnly: true,
    }),
    value: any({ label: { en: 'Value', fr: 'Valeur' }, optional: true }),
    ignoreCase: ignoreCapitals(true),
  },
  outputs: {
    table: table({ label: { en: 'Rows that fit', fr: 'Lignes retenues' } }),
    others: table({ label: { en: 'The others', fr: 'Les autres' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: filterRowsCode,
  example: {
    inputs: {
      table: {
        columns: ['yarn', 'metres'],
        rows: [
          { yarn: 'linen', metres: 400 },
          { yarn: 'silk', metres: 90 },
        ],
      },
      column: 'metres',
      comparison: 'at-least',
      value: 100,
    },
    outputs: { table: { columns: ['yarn', 'metres'], rows: [{ yarn: 'linen', metres: 400 }] } },
  },
  async run({ inputs: { table: given, column, comparison, value, ignoreCase } }) {
    requireColumns(given, [column]);
    const fits = given.rows.map((row) => compareValues(row[column], comparison, value, { ignoreCase }));
    const { columns, rows } = given;
    return {
      table: { columns, rows: rows.filter((_row, index) => fits[index] === true) },
      others: { columns, rows: rows.filter((_row, index) => fits[index] !== true) },
    };
  },
});
