import { file, list } from '@jacquard/node-kit';

/** Files that the code finds in its folder. */
export const filesInput = list(file({ label: { en: 'File', fr: 'Fichier' } }), {
  label: { en: 'Files', fr: 'Fichiers' },
  help: { en: 'The code finds them by their names.', fr: 'Le code les trouve par leur nom.' },
  optional: true,
});
