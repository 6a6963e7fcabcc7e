import { defineSwitch, json, list, text } from '@jacquard/node-kit';
import { queryJson } from './query-json.ts';
import { jsonPathCode } from './code/text-codes.ts';

/** Takes parts out of JSON by a JSONPath (RFC 9535). */
export const jsonPath = defineSwitch({
  type: 'data.json-path',
  version: 1,
  title: { en: 'JSON path', fr: 'Chemin JSON' },
  summary: {
    en: 'Takes parts out of structured data by their path.',
    fr: 'Extrait des parties de données structurées par leur chemin.',
  },
  documentation: {
    en: '$ is the whole, $.name a part, $.orders[0] the first of a list, $.orders[*].price the prices of all, $.orders[?@.price > 10] those that fit. The path follows RFC 9535. Nothing found: “First” stays empty, and what hangs on it doesn’t run. Use it after “Structured output” or “Parse JSON”. Hint: look at the value on the wire to see what its parts are called.',
    fr: '$ est le tout, $.nom une partie, $.commandes[0] la première d’une liste, $.commandes[*].prix les prix de toutes, $.commandes[?@.prix > 10] celles qui conviennent. Le chemin suit la RFC 9535. Rien de trouvé : « Première » reste vide, et ce qui en dépend ne s’exécute pas. À employer après « Sortie structurée » ou « Lire du JSON ». Astuce : regardez la valeur sur le lien pour voir comment s’appellent ses parties.',
  },
  keywords: { en: 'field property select query JSONPath', fr: 'champ propriété sélection requête JSONPath' },
  icon: 'route',
  inputs: {
    json: json({ label: { en: 'Data', fr: 'Données' }, wireOnly: true }),
    path: text({ label: { en: 'Path', fr: 'Chemin' }, default: '$', placeholder: { en: '$.name', fr: '$.nom' } }),
  },
  outputs: {
    first: json({ label: { en: 'First', fr: 'Première' } }),
    matches: list(json({ label: { en: 'Part', fr: 'Partie' } }), { label: { en: 'All', fr: 'Toutes' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: jsonPathCode,
  example: {
    inputs: { json: { orders: [{ price: 12 }, { price: 30 }] }, path: '$.orders[*].price' },
    outputs: { first: 12, matches: [12, 30] },
  },
  async run({ inputs: { json: value, path } }) {
    const matches = await queryJson(value, path);
    const [first] = matches;
    return { ...(first !== undefined && { first }), matches };
  },
});
