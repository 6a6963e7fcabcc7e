import { boolean, choice, defineNode, table, text } from '@jacquard/node-kit';
import { readCsv } from './read-csv.ts';
import { parseCsvCode } from './code/file-codes.ts';

/** Reads a table from CSV. */
export const parseCsv = defineNode({
  type: 'data.parse-csv',
  version: 1,
  title: { en: 'Parse CSV', fr: 'Lire du CSV' },
  summary: {
    en: 'Reads a table from a text with separated values.',
    fr: 'Lit un tableau dans un texte à valeurs séparées.',
  },
  documentation: {
    en: 'Guesses the separator (comma, semicolon, tab, bar) and takes the first line as names of the columns. A column that holds nothing but numbers becomes numbers; codes with leading zeros stay texts. Empty cells stay empty. Wire “Read a file” to it. Hint: in files with semicolons, 3,5 is read as three and a half.',
    fr: 'Devine le séparateur (virgule, point-virgule, tabulation, barre) et prend la première ligne pour les noms des colonnes. Une colonne qui ne contient que des nombres devient des nombres ; les codes à zéros initiaux restent des textes. Les cellules vides restent vides. Reliez-y « Lire un fichier ». Astuce : dans les fichiers à points-virgules, 3,5 se lit trois et demi.',
  },
  keywords: { en: 'spreadsheet Excel rows columns separator', fr: 'tableur Excel lignes colonnes séparateur' },
  icon: 'sheet',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    delimiter: choice(
      {
        auto: { en: 'guess', fr: 'deviner' },
        comma: { en: 'comma', fr: 'virgule' },
        semicolon: { en: 'semicolon', fr: 'point-virgule' },
        tab: { en: 'tab', fr: 'tabulation' },
        bar: { en: 'vertical bar', fr: 'barre verticale' },
      },
      { label: { en: 'Separator', fr: 'Séparateur' }, default: 'auto', fieldOnly: true, advanced: true },
    ),
    header: boolean({
      label: { en: 'First line names the columns', fr: 'La première ligne nomme les colonnes' },
      default: true,
      fieldOnly: true,
      advanced: true,
    }),
  },
  outputs: { table: table({ label: { en: 'Table', fr: 'Tableau' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: parseCsvCode,
  example: {
    inputs: { text: 'yarn;metres;code\nlinen;400;007\nsilk;2,5;\n' },
    outputs: {
      table: {
        columns: ['yarn', 'metres', 'code'],
        rows: [
          { yarn: 'linen', metres: 400, code: '007' },
          { yarn: 'silk', metres: 2.5, code: null },
        ],
      },
    },
  },
  run: async ({ inputs: { text: given, delimiter, header } }) => ({ table: await readCsv(given, delimiter, header) }),
});
