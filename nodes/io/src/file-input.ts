import { defineStructure, file } from '@jacquard/node-kit';
import { defaultField } from './default-field.ts';
import { describeField } from './describe-field.ts';
import { optionalField } from './optional-field.ts';

/** A file that whoever runs the flow gives. */
export const fileInput = defineStructure({
  role: 'flow-input',
  type: 'io.file-input',
  version: 1,
  title: { en: 'File input', fr: 'Entrée de fichier' },
  summary: {
    en: 'A file that is given before a run.',
    fr: 'Un fichier à fournir avant une exécution.',
  },
  documentation: {
    en: 'Asks for a file. It is kept with the run and goes nowhere else. Wire it to “Read a file” to get its text. Through the API, it is the input named after this node. Hint: a file set here as default makes a flow that works as soon as it is opened.',
    fr: 'Demande un fichier. Il est gardé avec l’exécution et ne va nulle part ailleurs. Reliez-le à « Lire un fichier » pour obtenir son texte. Par l’API, c’est l’entrée qui porte le nom de ce nœud. Astuce : un fichier posé ici par défaut donne un flux qui marche dès l’ouverture.',
  },
  keywords: { en: 'document upload attachment', fr: 'document téléverser pièce jointe' },
  icon: 'file-input',
  inputs: { ...describeField, default: file({ ...defaultField, field: 'file' }), ...optionalField },
  outputs: { file: file({ label: { en: 'File', fr: 'Fichier' } }) },
  example: { inputs: { label: 'Letter' }, outputs: {} },
});
