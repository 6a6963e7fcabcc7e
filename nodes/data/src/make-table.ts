import { defineNode, isJsonList, isJsonObject, json, list, table, type Cell, type JsonValue } from '@jacquard/node-kit';
import { makeTableCode } from './code/table-codes.ts';

/** Makes a table of rows. */
export const makeTable = defineNode({
  type: 'data.make-table',
  version: 1,
  title: { en: 'Make a table', fr: 'Former un tableau' },
  summary: { en: 'Makes a table of a list of JSON objects.', fr: 'Fait un tableau d’une liste d’objets JSON.' },
  documentation: {
    en: 'Each object is a row, each name that occurs a column, in the order in which they are first met. What a row doesn’t have stays empty; lists and objects within are written as JSON. What is no object becomes a row with the column “value”; a list, or another table, gives all of its rows, so that a loop can add one row to those of the turns before. Use it after “For each” or “Structured output”. Hint: “Sort rows” and “Filter rows” go on from here.',
    fr: 'Chaque objet est une ligne, chaque nom rencontré une colonne, dans l’ordre de leur première rencontre. Ce qu’une ligne n’a pas reste vide ; les listes et objets qui s’y trouvent s’écrivent en JSON. Ce qui n’est pas un objet devient une ligne avec la colonne « value ». À employer après « Pour chaque » ou « Sortie structurée ». Astuce : « Trier des lignes » et « Filtrer des lignes » peuvent suivre.',
  },
  keywords: { en: 'rows columns collect spreadsheet', fr: 'lignes colonnes réunir tableur' },
  icon: 'table-2',
  inputs: {
    rows: list(json({ label: { en: 'Row', fr: 'Ligne' } }), { label: { en: 'Rows', fr: 'Lignes' }, wireOnly: true }),
  },
  outputs: { table: table({ label: { en: 'Table', fr: 'Tableau' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: makeTableCode,
  example: {
    inputs: { rows: [{ yarn: 'linen' }, { yarn: 'silk', metres: 90 }] },
    outputs: {
      table: {
        columns: ['yarn', 'metres'],
        rows: [
          { yarn: 'linen', metres: null },
          { yarn: 'silk', metres: 90 },
        ],
      },
    },
  },
  async run({ inputs: { rows } }) {
    const objects = rows
      .flatMap((row) => (isJsonList(row) ? row : [row]))
      .map((row): Readonly<Record<string, JsonValue>> => (isJsonObject(row) ? row : { value: row }));
    const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
    return {
      table: {
        columns,
        rows: objects.map((row) =>
          Object.fromEntries(
            columns.map((column) => [column, Object.hasOwn(row, column) ? cellOf(row[column]) : null]),
          ),
        ),
      },
    };
  },
});

function cellOf(value: JsonValue | undefined): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
