import type { Catalog } from '../message-entry.ts';

/** Fetching a model's file. */
export const modelDownloadMessages = {
  'model-download-failed': {
    title: { en: 'The model could not be downloaded', fr: "Le modèle n'a pas pu être téléchargé" },
    detail: {
      en: 'No source had {model}.[[ Your mirror: {mirror:word}.]][[ Hugging Face: {huggingFace:word}.]][[ Python package: {pythonPackage:word}.]][[ Reason: {reason}.]]',
      fr: "Aucune source n'a fourni {model}.[[ Votre miroir : {mirror:word}.]][[ Hugging Face : {huggingFace:word}.]][[ Paquet Python : {pythonPackage:word}.]][[ Raison : {reason}.]]",
    },
    hint: {
      en: 'Check the connection and JACQUARD_NETWORK, then try again: what was fetched is kept. Without a network, set JACQUARD_MODEL_MIRROR to a folder that holds the file.',
      fr: 'Vérifiez la connexion et JACQUARD_NETWORK, puis réessayez : ce qui a été reçu est conservé. Sans réseau, indiquez dans JACQUARD_MODEL_MIRROR un dossier qui contient le fichier.',
    },
  },
  'model-download-cancelled': {
    title: { en: 'Download stopped', fr: 'Téléchargement arrêté' },
    detail: {
      en: 'The download of {model} was stopped. What was fetched is kept for the next time.',
      fr: 'Le téléchargement de {model} a été arrêté. Ce qui a été reçu est conservé pour la prochaine fois.',
    },
    hint: { en: 'Start the download again to go on with it.', fr: 'Relancez le téléchargement pour le poursuivre.' },
  },
  'model-checksum-wrong': {
    title: { en: "The model's file is not the right one", fr: "Le fichier du modèle n'est pas le bon" },
    detail: {
      en: 'The file from {from} is damaged or another one: its SHA-256 is not what it must be.',
      fr: "Le fichier provenant de {from} est abîmé ou n'est pas le bon : son empreinte SHA-256 ne correspond pas.",
    },
    hint: { en: 'Download the model again.', fr: 'Téléchargez le modèle de nouveau.' },
  },
  'model-download-cut': {
    title: { en: 'The download broke off', fr: "Le téléchargement s'est interrompu" },
    detail: {
      en: 'The connection broke off several times ({reason}).',
      fr: "La connexion s'est interrompue plusieurs fois ({reason}).",
    },
    hint: { en: 'Try again: what was fetched is kept.', fr: 'Réessayez : ce qui a été reçu est conservé.' },
  },
  'model-source-unreachable': {
    title: { en: 'The source is not reachable', fr: 'La source est injoignable' },
    detail: { en: '{host} does not answer ({reason}).', fr: '{host} ne répond pas ({reason}).' },
    hint: {
      en: "Check the network, or put the model's file into place by hand.",
      fr: 'Vérifiez le réseau, ou placez vous-même le fichier du modèle.',
    },
  },
  'model-source-refused': {
    title: { en: 'The source sent something else', fr: 'La source a envoyé autre chose' },
    detail: {
      en: 'The source answered with status {status}, but not with the file.',
      fr: 'La source a répondu avec le statut {status}, mais sans le fichier.',
    },
    hint: {
      en: 'Try again later, or set up another source.',
      fr: 'Réessayez plus tard, ou configurez une autre source.',
    },
  },
  'model-source-absent': {
    title: { en: 'The source has no such file', fr: "La source n'a pas ce fichier" },
    detail: {
      en: 'The source is not set up here, or does not have the file ({reason}).',
      fr: "La source n'est pas configurée ici, ou n'a pas le fichier ({reason}).",
    },
    hint: {
      en: 'Set the source up, or leave it to the others.',
      fr: 'Configurez la source, ou laissez faire les autres.',
    },
  },
  'model-in-use': {
    title: { en: 'The file is in use', fr: 'Le fichier est employé' },
    detail: {
      en: 'The system would not delete {file}: a program still has it open.',
      fr: 'Le système n’a pas voulu supprimer {file} : un programme l’a encore ouvert.',
    },
    hint: {
      en: 'Wait until no flow uses it, then try again.',
      fr: 'Attendez qu’aucun flux ne l’emploie, puis réessayez.',
    },
  },
  'disk-full': {
    title: { en: 'Not enough room on the disk', fr: 'Plus assez de place sur le disque' },
    detail: {
      en: 'There is no room for the file in {folder}.[[ It needs {needed:bytes}, and {free:bytes} are free.]]',
      fr: "Il n'y a pas assez de place pour le fichier dans {folder}.[[ Il faut {needed:bytes}, et {free:bytes} sont libres.]]",
    },
    hint: {
      en: 'Make room on the disk, or choose another folder with JACQUARD_HOME.',
      fr: 'Libérez de la place sur le disque, ou choisissez un autre dossier avec JACQUARD_HOME.',
    },
  },
} satisfies Catalog;
