import type { Catalog } from '../message-entry.ts';

/** Files that hold a run. */
export const runFileMessages = {
  'run-file-invalid': {
    title: { en: 'Not a run’s file', fr: 'Ce n’est pas le fichier d’une exécution' },
    detail: {
      en: 'This file doesn’t hold a run as Jacquard exports it, or it was changed. Nothing was taken from it.',
      fr: 'Ce fichier ne contient pas une exécution telle que Jacquard l’exporte, ou il a été modifié. Rien n’en a été repris.',
    },
    hint: {
      en: 'Export the run again from its list.',
      fr: 'Exportez de nouveau l’exécution depuis sa liste.',
    },
  },
  'run-file-newer': {
    title: { en: 'Written by a newer Jacquard', fr: 'Écrit par un Jacquard plus récent' },
    detail: {
      en: 'This run’s file has format {format}; this Jacquard reads format 1.',
      fr: 'Le fichier de cette exécution a le format {format} ; ce Jacquard lit le format 1.',
    },
    hint: { en: 'Update Jacquard.', fr: 'Mettez Jacquard à jour.' },
  },
  'run-file-too-large': {
    title: { en: 'This run’s file is too large', fr: 'Le fichier de cette exécution est trop grand' },
    detail: {
      en: 'A run’s file may have up to {bytes:bytes}.',
      fr: 'Le fichier d’une exécution peut avoir jusqu’à {bytes:bytes}.',
    },
    hint: {
      en: 'Save a run with smaller values, or the values that matter alone.',
      fr: 'Enregistrez une exécution aux valeurs plus petites, ou seulement les valeurs utiles.',
    },
  },
} satisfies Catalog;
