import { anyChoice, defineStructure, list, text } from '@jacquard/node-kit';
import { defaultField } from './default-field.ts';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';
import { optionalField } from './optional-field.ts';

/** One of several options, chosen by whoever runs the flow. */
export const choiceInput = defineStructure({
  role: 'flow-input',
  type: 'io.choice-input',
  version: 1,
  title: { en: 'Choice input', fr: 'Entrée à choix' },
  summary: {
    en: 'One of several options, chosen before a run.',
    fr: 'Une option parmi plusieurs, choisie avant une exécution.',
  },
  documentation: {
    en: 'Asks for one of the options that you list: a language, a tone, a department. It is a menu of the run form and, through the API, the input named after this node. Use it instead of a text where only certain answers make sense. Hint: wire it to a switch to go a way for each option.',
    fr: 'Demande l’une des options de votre liste : une langue, un ton, un service. C’est un menu du formulaire d’exécution et, par l’API, l’entrée qui porte le nom de ce nœud. À préférer à un texte lorsque seules certaines réponses ont un sens. Astuce : reliez-la à un aiguillage pour suivre une voie par option.',
  },
  keywords: { en: 'select menu options dropdown parameter', fr: 'sélection menu options liste paramètre' },
  icon: 'list-checks',
  inputs: {
    ...describeField,
    options: list(text({ label: { en: 'Option', fr: 'Option' } }), {
      label: { en: 'Options', fr: 'Options' },
      help: { en: 'One a line.', fr: 'Une par ligne.' },
      field: 'lines',
      fieldOnly: true,
    }),
    default: text(defaultField),
    example: text(exampleField),
    ...optionalField,
  },
  outputs: { choice: anyChoice({ label: { en: 'Choice', fr: 'Choix' } }) },
  portsFrom: [{ rule: 'choice-options', input: 'options', port: 'choice' }],
  example: { inputs: { label: 'Tone', options: ['friendly', 'formal'] }, outputs: { choice: 'formal' } },
});
