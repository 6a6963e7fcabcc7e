import { defineStructure, text } from '@jacquard/node-kit';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';

/** A text that the flow gives. */
export const textOutput = defineStructure({
  role: 'flow-output',
  type: 'io.text-output',
  version: 1,
  title: { en: 'Text output', fr: 'Sortie de texte' },
  summary: {
    en: 'A text that the flow gives: a summary, a letter, a translation.',
    fr: 'Un texte que donne le flux : un résumé, une lettre, une traduction.',
  },
  documentation: {
    en: 'Shows a text as a result of the flow, formatted when it is Markdown. Through the API, it is the output named after this node. Use a chat output for answers in a conversation. Hint: a flow can have several outputs; each shows as soon as it is there.',
    fr: 'Présente un texte comme résultat du flux, mis en forme s’il est en Markdown. Par l’API, c’est la sortie qui porte le nom de ce nœud. Pour les réponses d’une conversation, prenez une réponse du chat. Astuce : un flux peut avoir plusieurs sorties ; chacune s’affiche dès qu’elle est là.',
  },
  keywords: { en: 'result show print Markdown', fr: 'résultat afficher Markdown' },
  icon: 'file-output',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, wireOnly: true }),
    ...describeField,
    example: text({ ...exampleField, multiline: true }),
  },
  outputs: {},
  example: { inputs: { text: 'The loom was shown in 1804.', label: 'Summary' } },
});
