import { defineStructure, number } from '@jacquard/node-kit';
import { defaultField } from './default-field.ts';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';
import { optionalField } from './optional-field.ts';

/** A number that whoever runs the flow fills in. */
export const numberInput = defineStructure({
  role: 'flow-input',
  type: 'io.number-input',
  version: 1,
  title: { en: 'Number input', fr: 'Entrée de nombre' },
  summary: {
    en: 'A number that is filled in before a run.',
    fr: 'Un nombre à remplir avant une exécution.',
  },
  documentation: {
    en: 'Asks for a number: how many sentences, how many examples, a threshold. It is a field of the run form and, through the API, the input named after this node. Use it where people should be able to turn a knob without opening the flow. Hint: bounds keep a run from getting too long.',
    fr: 'Demande un nombre : combien de phrases, combien d’exemples, un seuil. C’est un champ du formulaire d’exécution et, par l’API, l’entrée qui porte le nom de ce nœud. À employer pour régler un flux sans l’ouvrir. Astuce : des bornes évitent les exécutions trop longues.',
  },
  keywords: { en: 'field form count amount parameter', fr: 'champ formulaire quantité paramètre' },
  icon: 'hash',
  inputs: {
    ...describeField,
    default: number(defaultField),
    min: number({ label: { en: 'Smallest', fr: 'Minimum' }, fieldOnly: true, optional: true, advanced: true }),
    max: number({ label: { en: 'Largest', fr: 'Maximum' }, fieldOnly: true, optional: true, advanced: true }),
    example: number(exampleField),
    ...optionalField,
  },
  outputs: { number: number({ label: { en: 'Number', fr: 'Nombre' } }) },
  example: { inputs: { label: 'Sentences', default: 3, min: 1, max: 10 }, outputs: { number: 3 } },
});
