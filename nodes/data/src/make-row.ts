import { defineNode, json, list, portName, text, type JsonValue } from '@jacquard/node-kit';
import { makeRowCode } from './code/table-codes.ts';

/** Puts values together as one row. */
export const makeRow = defineNode({
  type: 'data.make-row',
  version: 1,
  title: { en: 'Make a row', fr: 'Former une ligne' },
  summary: {
    en: 'Puts values together under names: one row of a table to be.',
    fr: 'Réunit des valeurs sous des noms : une ligne d’un futur tableau.',
  },
  documentation: {
    en: 'Each field is an input of its own; the row is JSON with these names. Use it inside “For each”, and “Make a table” after it, to collect what was found for each item. A field that nothing arrives at is empty. Hint: the order of the fields is the order of the columns.',
    fr: 'Chaque champ est une entrée ; la ligne est du JSON avec ces noms. À employer dans « Pour chaque », puis « Former un tableau », pour réunir ce qui a été trouvé pour chaque élément. Un champ où rien n’arrive est vide. Astuce : l’ordre des champs est celui des colonnes.',
  },
  keywords: { en: 'object record JSON combine fields', fr: 'objet enregistrement JSON réunir champs' },
  icon: 'between-horizontal-start',
  inputs: {
    fields: list(text({ label: { en: 'Field', fr: 'Champ' } }), {
      label: { en: 'Fields', fr: 'Champs' },
      help: { en: 'One a line.', fr: 'Un par ligne.' },
      field: 'lines',
      fieldOnly: true,
    }),
  },
  outputs: { row: json({ label: { en: 'Row', fr: 'Ligne' } }) },
  portsFrom: [{ rule: 'list-items', input: 'fields', side: 'inputs', kind: { kind: 'any' }, optional: true }],
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: makeRowCode,
  example: {
    inputs: { fields: ['yarn', 'metres'], yarn: 'linen', metres: 400 },
    outputs: { row: { yarn: 'linen', metres: 400 } },
  },
  async run({ inputs: { fields }, extra }) {
    const names = [...new Set(fields.map((field) => field.trim()).filter((field) => field !== ''))];
    const row: Record<string, JsonValue> = Object.fromEntries(
      names.map((name) => [name, Object.hasOwn(extra, portName(name)) ? (extra[portName(name)] ?? null) : null]),
    );
    return { row };
  },
});
