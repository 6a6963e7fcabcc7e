import type { Catalog } from '../message-entry.ts';

/** What `jacquard export` says. */
export const cliExportMessages = {
  'cli-export-written': {
    title: { en: 'Program written', fr: 'Programme écrit' },
    detail: {
      en: '{folder} holds the flow as a program: {files}.',
      fr: '{folder} contient le flux sous forme de programme : {files}.',
    },
    hint: {
      en: 'README.md in it says how to run it.',
      fr: "README.md, à l'intérieur, dit comment l'exécuter.",
    },
  },
  'cli-export-impossible': {
    title: { en: 'No program', fr: 'Pas de programme' },
    detail: {
      en: '{file} needs Jacquard to run: see above what keeps it from being a program of its own ({count}).',
      fr: "{file} a besoin de Jacquard pour s'exécuter : ci-dessus, ce qui l'empêche d'être un programme autonome ({count}).",
    },
    hint: {
      en: 'Replace these nodes, or call the flow through the API.',
      fr: "Remplacez ces nœuds, ou appelez le flux par l'API.",
    },
  },
} as const satisfies Catalog;
