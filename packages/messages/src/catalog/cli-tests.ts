import type { Catalog } from '../message-entry.ts';

/** What `jacquard test` says. */
export const cliTestsMessages = {
  'cli-test-file': {
    title: { en: 'Not a file of tests', fr: 'Pas un fichier de tests' },
    detail: {
      en: '"{file}" is neither a folder nor a file of tests (*.flow-test.json).',
      fr: '"{file}" n’est ni un dossier ni un fichier de tests (*.flow-test.json).',
    },
    hint: { en: 'Check its name.', fr: 'Vérifiez son nom.' },
  },
  'cli-tests-none': {
    title: { en: 'No tests', fr: 'Pas de tests' },
    detail: {
      en: 'There are no files of tests (*.flow-test.json) in {paths}.',
      fr: 'Il n’y a pas de fichiers de tests (*.flow-test.json) dans {paths}.',
    },
    hint: {
      en: 'Make a test of a past run in the app, or write one by hand.',
      fr: 'Faites un test d’une exécution passée dans l’application, ou écrivez-en un.',
    },
  },
  'cli-tests-done': {
    title: { en: 'Tests', fr: 'Tests' },
    detail: {
      en: '{passed} {passed|case|cases} passed, {failed} failed.',
      fr: '{passed} {passed|cas réussi|cas réussis}, {failed} en échec.',
    },
  },
  'cli-tests-with-issues': {
    title: { en: 'Tests with issues', fr: 'Tests avec problèmes' },
    detail: {
      en: '{files} {files|file|files} could not be run.',
      fr: '{files} {files|fichier n’a pas pu être exécuté|fichiers n’ont pas pu être exécutés}.',
    },
  },
  'report-unwritten': {
    title: { en: 'Report not written', fr: 'Rapport non écrit' },
    detail: { en: 'The report {file} can’t be written.', fr: 'Le rapport {file} ne peut pas être écrit.' },
    hint: {
      en: 'Check that its folder is there and may be written to.',
      fr: 'Vérifiez que son dossier existe et que vous pouvez y écrire.',
    },
  },
} as const satisfies Catalog;
