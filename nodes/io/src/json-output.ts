import { defineStructure, json } from '@jacquard/node-kit';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';

/** JSON that the flow gives. */
export const jsonOutput = defineStructure({
  role: 'flow-output',
  type: 'io.json-output',
  version: 1,
  title: { en: 'JSON output', fr: 'Sortie JSON' },
  summary: {
    en: 'Structured data that the flow gives.',
    fr: 'Des données structurées que donne le flux.',
  },
  documentation: {
    en: 'Gives data with parts as a result of the flow, for programs that call it. Through the API, it is the output named after this node, and its schema is that of what is wired to it. Use a table output for rows that people read. Hint: “Structured output” makes such data from a text.',
    fr: 'Donne des données en plusieurs parties comme résultat du flux, pour les programmes qui l’appellent. Par l’API, c’est la sortie qui porte le nom de ce nœud, et son schéma est celui de ce qui y est relié. Pour des lignes à lire, prenez une sortie de tableau. Astuce : « Sortie structurée » tire de telles données d’un texte.',
  },
  keywords: { en: 'result object API data', fr: 'résultat objet API données' },
  icon: 'braces',
  inputs: {
    json: json({ label: { en: 'Data', fr: 'Données' }, wireOnly: true }),
    ...describeField,
    example: json({ ...exampleField, field: 'json' }),
  },
  outputs: {},
  example: { inputs: { json: { label: 'complaint', urgent: true } } },
});
