import type { Catalog } from '../message-entry.ts';

/** What can be wrong with code that nodes run, and with the sandbox that runs it. */
export const toolsNodesMessages = {
  'code-failed': {
    title: { en: 'The code stopped with an error', fr: 'Le code s’est arrêté sur une erreur' },
    detail: {
      en: '{name}[[ in line {line}]]: {message}',
      fr: '{name}[[ à la ligne {line}]] : {message}',
    },
    hint: {
      en: 'Change the code there, or what arrives at its inputs.',
      fr: 'Modifiez le code à cet endroit, ou ce qui arrive à ses entrées.',
    },
  },
  'code-timed-out': {
    title: { en: 'The code took too long', fr: 'Le code a pris trop de temps' },
    detail: {
      en: 'It was ended after {seconds:seconds}.',
      fr: 'Il a été interrompu après {seconds:seconds}.',
    },
    hint: {
      en: 'Look for a loop without an end, or allow more time.',
      fr: 'Cherchez une boucle sans fin, ou accordez plus de temps.',
    },
  },
  'code-out-of-memory': {
    title: { en: 'The code needed too much memory', fr: 'Le code a demandé trop de mémoire' },
    detail: {
      en: 'It was ended when it wanted more than {bytes:bytes}.',
      fr: 'Il a été interrompu quand il a voulu plus de {bytes:bytes}.',
    },
    hint: {
      en: 'Keep less at once, or allow more memory.',
      fr: 'Gardez-en moins à la fois, ou accordez plus de mémoire.',
    },
  },
  'code-crashed': {
    title: { en: 'The code ended its own interpreter', fr: 'Le code a mis fin à son interpréteur' },
    detail: {
      en: 'What ran the code was ended by it, without an error that could be told. Nothing else was touched.',
      fr: 'Ce qui exécutait le code a été arrêté par lui, sans erreur à rapporter. Rien d’autre n’a été touché.',
    },
    hint: {
      en: 'Look for calls that go too deep, or for what leaves the program.',
      fr: 'Cherchez des appels trop profonds, ou ce qui quitte le programme.',
    },
  },
  'code-value-too-large': {
    title: { en: 'The code gives too much', fr: 'Le code donne trop' },
    detail: {
      en: 'What the code gives back is larger than {bytes:bytes}, or nested too deep to be passed on.',
      fr: 'Ce que le code renvoie dépasse {bytes:bytes}, ou est trop imbriqué pour être transmis.',
    },
    hint: { en: 'Give less back, or write it into a file.', fr: 'Renvoyez-en moins, ou écrivez-le dans un fichier.' },
  },
  'code-missing': {
    title: { en: 'No code', fr: 'Pas de code' },
    detail: { en: 'There is no code to run.', fr: 'Il n’y a aucun code à exécuter.' },
    hint: { en: 'Write it, or wire it to the node.', fr: 'Écrivez-le, ou reliez-le au nœud.' },
  },
  'tests-missing': {
    title: { en: 'No tests', fr: 'Pas de tests' },
    detail: { en: 'There is no test to run.', fr: 'Il n’y a aucun test à exécuter.' },
    hint: {
      en: 'Write one a line, such as "assert add(1, 2) == 3".',
      fr: 'Écrivez-en un par ligne, par exemple "assert add(1, 2) == 3".',
    },
  },
  'sandbox-refused': {
    title: { en: 'More than the sandbox takes', fr: 'Trop pour le bac à sable' },
    detail: {
      en: 'The code, its files or its limits are more than the sandbox takes[[ ({what})]].',
      fr: 'Le code, ses fichiers ou ses limites dépassent ce que le bac à sable accepte[[ ({what})]].',
    },
    hint: {
      en: 'Give it less: 64 files and 16 MB together, a million characters of code.',
      fr: 'Donnez-lui-en moins : 64 fichiers et 16 Mo en tout, un million de caractères de code.',
    },
  },
  'sandbox-busy': {
    title: { en: 'Too much code at once', fr: 'Trop de code à la fois' },
    detail: {
      en: 'More than {waiting} programs wait to be run.',
      fr: 'Plus de {waiting} programmes attendent d’être exécutés.',
    },
    hint: { en: 'Try again in a moment.', fr: 'Réessayez dans un instant.' },
  },
  'sandbox-unavailable': {
    title: { en: 'Code can’t be run here', fr: 'Le code ne peut pas être exécuté ici' },
    detail: {
      en: 'The process in which code runs could not be started on this machine.',
      fr: 'Le processus dans lequel le code s’exécute n’a pas pu démarrer sur cette machine.',
    },
    hint: {
      en: 'See whether memory is left, and what the server’s log says.',
      fr: 'Vérifiez qu’il reste de la mémoire, et ce que dit le journal du serveur.',
    },
  },
  'sandbox-closed': {
    title: { en: 'Jacquard is stopping', fr: 'Jacquard s’arrête' },
    detail: { en: 'No more code is run.', fr: 'Plus aucun code n’est exécuté.' },
    hint: { en: 'Start it again.', fr: 'Redémarrez-le.' },
  },
} as const satisfies Catalog;
