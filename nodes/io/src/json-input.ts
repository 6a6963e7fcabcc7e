import { defineStructure, json } from '@jacquard/node-kit';
import { defaultField } from './default-field.ts';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';
import { optionalField } from './optional-field.ts';

/** JSON that whoever runs the flow gives, of a schema where there is one. */
export const jsonInput = defineStructure({
  role: 'flow-input',
  type: 'io.json-input',
  version: 1,
  title: { en: 'JSON input', fr: 'Entrée JSON' },
  summary: {
    en: 'Structured data that is given before a run.',
    fr: 'Des données structurées à fournir avant une exécution.',
  },
  documentation: {
    en: 'Asks for data with parts: an order, a record, a list of questions. A schema says which parts there are; what doesn’t fit is refused before the run begins. It is mostly for flows that are called through the API. Hint: take parts out of it with “JSON path”.',
    fr: 'Demande des données en plusieurs parties : une commande, une fiche, une liste de questions. Un schéma dit lesquelles ; ce qui n’y répond pas est refusé avant l’exécution. Utile surtout aux flux appelés par l’API. Astuce : extrayez-en des parties avec « Chemin JSON ».',
  },
  keywords: { en: 'object structured data record schema', fr: 'objet données structurées fiche schéma' },
  icon: 'file-braces',
  inputs: {
    ...describeField,
    schema: json({
      label: { en: 'Schema', fr: 'Schéma' },
      help: { en: 'A JSON Schema. Empty: any JSON.', fr: 'Un schéma JSON. Vide : tout JSON.' },
      field: 'json-schema',
      fieldOnly: true,
      optional: true,
    }),
    default: json({ ...defaultField, field: 'json' }),
    example: json({ ...exampleField, field: 'json' }),
    ...optionalField,
  },
  outputs: { json: json({ label: { en: 'Data', fr: 'Données' } }) },
  portsFrom: [{ rule: 'json-schema', input: 'schema', port: 'json' }],
  example: {
    inputs: {
      label: 'Order',
      schema: { type: 'object', properties: { article: { type: 'string' }, count: { type: 'integer' } } },
    },
    outputs: { json: { article: 'bobbin', count: 12 } },
  },
});
