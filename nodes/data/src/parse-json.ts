import { defineNode, isJsonObject, json, jsonFits, parseJsonText, Problem, text } from '@jacquard/node-kit';
import { parseJsonCode } from './code/text-codes.ts';

/** Reads JSON from a text. */
export const parseJson = defineNode({
  type: 'data.parse-json',
  version: 1,
  title: { en: 'Parse JSON', fr: 'Lire du JSON' },
  summary: {
    en: 'Reads structured data from a text.',
    fr: 'Lit des données structurées dans un texte.',
  },
  documentation: {
    en: 'Takes JSON, also in a fenced code block as models like to write it. Anything else is a clear error: nothing is guessed or repaired. With a schema, what doesn’t fit is refused, too. Hint: to have a model write JSON, take “Structured output”, which asks again when it went wrong.',
    fr: 'Accepte du JSON, même dans un bloc de code comme les modèles aiment l’écrire. Tout le reste est une erreur claire : rien n’est deviné ni réparé. Avec un schéma, ce qui n’y répond pas est aussi refusé. Astuce : pour faire écrire du JSON à un modèle, prenez « Sortie structurée », qui redemande en cas d’échec.',
  },
  keywords: { en: 'decode object data', fr: 'décoder objet données' },
  icon: 'file-json-2',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    schema: json({
      label: { en: 'Schema', fr: 'Schéma' },
      help: { en: 'A JSON Schema. Empty: any JSON.', fr: 'Un schéma JSON. Vide : tout JSON.' },
      field: 'json-schema',
      fieldOnly: true,
      optional: true,
      advanced: true,
    }),
  },
  outputs: { json: json({ label: { en: 'Data', fr: 'Données' } }) },
  portsFrom: [{ rule: 'json-schema', input: 'schema', port: 'json' }],
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: parseJsonCode,
  example: { inputs: { text: '```json\n{"yarn": "linen"}\n```' }, outputs: { json: { yarn: 'linen' } } },
  async run({ inputs: { text: given, schema } }) {
    const parsed = parseJsonText(given);
    if ('fault' in parsed) throw new Problem('text-not-json', { fault: parsed.fault, text: given.slice(0, 200) });
    const mismatch = isJsonObject(schema) ? jsonFits(parsed.value, schema) : undefined;
    if (mismatch)
      throw new Problem('json-not-of-schema', {
        place: mismatch.place === '' ? '/' : mismatch.place,
        keyword: mismatch.keyword,
      });
    return { json: parsed.value };
  },
});
