import { defineStructure, text } from '@jacquard/node-kit';
import { defaultField } from './default-field.ts';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';
import { optionalField } from './optional-field.ts';

/** A text that whoever runs the flow fills in. */
export const textInput = defineStructure({
  role: 'flow-input',
  type: 'io.text-input',
  version: 1,
  title: { en: 'Text input', fr: 'Entrée de texte' },
  summary: {
    en: 'A text that is filled in before a run.',
    fr: 'Un texte à remplir avant une exécution.',
  },
  documentation: {
    en: 'Asks for a text: a topic, a letter, a paragraph to translate. It is a field of the run form and, through the API, the input named after this node. Use a chat input for a conversation, and a file input for whole documents. Hint: a default lets people run the flow at once.',
    fr: 'Demande un texte : un sujet, une lettre, un paragraphe à traduire. C’est un champ du formulaire d’exécution et, par l’API, l’entrée qui porte le nom de ce nœud. Pour une conversation, prenez une question du chat ; pour des documents entiers, une entrée de fichier. Astuce : une valeur par défaut permet de lancer le flux tout de suite.',
  },
  keywords: { en: 'field form string parameter', fr: 'champ formulaire chaîne paramètre' },
  icon: 'text-cursor-input',
  inputs: {
    ...describeField,
    default: text({ ...defaultField, multiline: true }),
    example: text({ ...exampleField, multiline: true }),
    ...optionalField,
  },
  outputs: { text: text({ label: { en: 'Text', fr: 'Texte' } }) },
  example: { inputs: { label: 'Topic', default: 'Weaving' }, outputs: { text: 'Weaving' } },
});
