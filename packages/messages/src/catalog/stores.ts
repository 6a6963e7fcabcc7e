import type { Catalog } from '../message-entry.ts';
import { flowStoreMessages } from './flow-store.ts';
import { knowledgeStoreMessages } from './knowledge-store.ts';
import { runStoreMessages } from './run-store.ts';

/** What is kept on the disk, and when the disk won't. */
export const storesMessages = {
  ...flowStoreMessages,
  ...knowledgeStoreMessages,
  ...runStoreMessages,
  'store-full': {
    title: { en: 'The disk is full', fr: 'Le disque est plein' },
    detail: {
      en: 'There is no room left to write {file}. What was to be written was not kept; what was there is unchanged.',
      fr: "Il n'y a plus de place pour écrire {file}. Ce qui devait être écrit n'a pas été conservé ; ce qui y était est inchangé.",
    },
    hint: { en: 'Make room on the disk, then try again.', fr: 'Libérez de la place sur le disque, puis réessayez.' },
  },
  'store-locked': {
    title: { en: 'The database is in use', fr: 'La base de données est occupée' },
    detail: {
      en: 'Another program has held {file} for too long. Nothing was written.',
      fr: "Un autre programme occupe {file} depuis trop longtemps. Rien n'a été écrit.",
    },
    hint: {
      en: 'Close the program that has the file open (a backup, a database viewer), then try again.',
      fr: 'Fermez le programme qui a ouvert ce fichier (sauvegarde, visionneuse de bases), puis réessayez.',
    },
  },
  'store-corrupt': {
    title: { en: 'The database is damaged', fr: 'La base de données est abîmée' },
    detail: {
      en: 'The file {file} is damaged or is no database of Jacquard. It was left as it is.',
      fr: "Le fichier {file} est abîmé ou n'est pas une base de Jacquard. Il a été laissé tel quel.",
    },
    hint: {
      en: 'Restore it from a backup, or move it to another place and start Jacquard again: it then begins with an empty one.',
      fr: 'Rétablissez-le depuis une sauvegarde, ou déplacez-le et redémarrez Jacquard : il en commencera une vide.',
    },
  },
  'store-too-new': {
    title: { en: 'Written by a newer Jacquard', fr: 'Écrit par un Jacquard plus récent' },
    detail: {
      en: 'The database {file} has version {version}; this Jacquard knows version {known} at most. It was left as it is.',
      fr: 'La base {file} est en version {version} ; ce Jacquard connaît au plus la version {known}. Elle a été laissée telle quelle.',
    },
    hint: {
      en: 'Update Jacquard, or choose another folder with JACQUARD_HOME.',
      fr: 'Mettez Jacquard à jour, ou choisissez un autre dossier avec JACQUARD_HOME.',
    },
  },
  'store-not-writable': {
    title: { en: "The file can't be written", fr: 'Le fichier ne peut pas être écrit' },
    detail: { en: 'Jacquard may not write to {file}.', fr: "Jacquard n'a pas le droit d'écrire dans {file}." },
    hint: {
      en: 'Check who owns the folder and whether you may write to it, or choose another with JACQUARD_HOME.',
      fr: 'Vérifiez à qui appartient le dossier et si vous pouvez y écrire, ou choisissez-en un autre avec JACQUARD_HOME.',
    },
  },
  'store-failed': {
    title: { en: 'Saving or reading failed', fr: "L'enregistrement ou la lecture a échoué" },
    detail: {
      en: 'Reading or writing {file} failed: {reason}.',
      fr: "La lecture ou l'écriture de {file} a échoué : {reason}.",
    },
    hint: {
      en: 'Check the disk that the file lies on, then try again.',
      fr: 'Vérifiez le disque qui contient ce fichier, puis réessayez.',
    },
  },
  'store-closed': {
    title: { en: 'Jacquard is stopping', fr: "Jacquard s'arrête" },
    detail: {
      en: 'The database {file} is already closed, because Jacquard is stopping.',
      fr: "La base {file} est déjà fermée, parce que Jacquard s'arrête.",
    },
    hint: { en: 'Start Jacquard again.', fr: 'Redémarrez Jacquard.' },
  },
} satisfies Catalog;
