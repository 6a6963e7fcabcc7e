import { choice, defineNode, table, text, type Cell } from '@jacquard/node-kit';
import { requireColumns } from './require-columns.ts';
import { sortRowsCode } from './code/table-codes.ts';

/** Sorts the rows of a table by one column. */
export const sortRows = defineNode({
  type: 'data.sort-rows',
  version: 1,
  title: { en: 'Sort rows', fr: 'Trier des lignes' },
  summary: {
    en: 'Sorts the rows of a table by one column.',
    fr: 'Trie les lignes d’un tableau selon une colonne.',
  },
  documentation: {
    en: 'Numbers go by size and before texts, texts by the alphabet with accents and capitals aside, empty cells last. Rows that are equal keep their order, so sort by the lesser column first to sort by two. Hint: sort before a list of few goes to a model, which reads the beginning best.',
    fr: 'Les nombres vont selon leur grandeur et avant les textes, les textes selon l’alphabet sans égard aux accents ni aux majuscules, les cellules vides à la fin. Des lignes égales gardent leur ordre : pour trier selon deux colonnes, triez d’abord selon la moindre. Astuce : triez avant de soumettre une courte liste à un modèle, qui lit le mieux le début.',
  },
  keywords: { en: 'table order ascending descending', fr: 'tableau ordre croissant décroissant' },
  icon: 'arrow-down-up',
  inputs: {
    table: table({ label: { en: 'Table', fr: 'Tableau' }, wireOnly: true }),
    column: text({ label: { en: 'Column', fr: 'Colonne' } }),
    order: choice(
      {
        ascending: { en: 'smallest first', fr: 'le plus petit d’abord' },
        descending: { en: 'largest first', fr: 'le plus grand d’abord' },
      },
      { label: { en: 'Order', fr: 'Ordre' }, default: 'ascending', fieldOnly: true },
    ),
  },
  outputs: { table: table({ label: { en: 'Table', fr: 'Tableau' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: sortRowsCode,
  example: {
    inputs: {
      table: { columns: ['metres'], rows: [{ metres: 90 }, { metres: null }, { metres: 400 }] },
      column: 'metres',
      order: 'descending',
    },
    outputs: { table: { columns: ['metres'], rows: [{ metres: 400 }, { metres: 90 }, { metres: null }] } },
  },
  async run({ inputs: { table: given, column, order } }) {
    requireColumns(given, [column]);
    const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    const direction = order === 'ascending' ? 1 : -1;
    const rows = given.rows.toSorted((one, other) =>
      compareCells(one[column] ?? null, other[column] ?? null, direction, compare),
    );
    return { table: { columns: given.columns, rows } };
  },
});

function compareCells(
  one: Cell,
  other: Cell,
  direction: 1 | -1,
  collate: (one: string, other: string) => number,
): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  if (typeof one !== typeof other)
    return direction * (Number(typeof other === 'number') - Number(typeof one === 'number'));
  return direction * collate(String(one), String(other));
}
