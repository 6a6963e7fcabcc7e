import type { Catalog } from '../message-entry.ts';

/** Flows as they are saved, in the database or as files of a project folder. */
export const flowStoreMessages = {
  'flow-not-found': {
    title: { en: 'No such flow', fr: 'Flux introuvable' },
    detail: { en: 'There is no flow "{id}".', fr: 'Il n\'y a pas de flux "{id}".' },
    hint: { en: 'It may have been deleted or renamed.', fr: 'Il a peut-être été supprimé ou renommé.' },
  },
  'flow-changed': {
    title: { en: 'Changed elsewhere', fr: 'Modifié ailleurs' },
    detail: {
      en: 'The flow "{id}" was changed elsewhere since you opened it: in another tab, or as a file. Nothing was overwritten.',
      fr: 'Le flux "{id}" a été modifié ailleurs depuis que vous l\'avez ouvert : dans un autre onglet, ou comme fichier. Rien n\'a été écrasé.',
    },
    hint: {
      en: 'Take over the other version, or save yours over it.',
      fr: "Reprenez l'autre version, ou enregistrez la vôtre par-dessus.",
    },
  },
  'flow-exists': {
    title: { en: 'Name already taken', fr: 'Nom déjà pris' },
    detail: { en: 'There is already a flow "{id}".', fr: 'Il y a déjà un flux "{id}".' },
    hint: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
  },
  'flow-name-unusable': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: '"{id}" can\'t be the name of a flow: names begin with a letter or digit and hold letters, digits, spaces, dots, hyphens and underscores.',
      fr: '"{id}" ne peut pas être le nom d\'un flux : un nom commence par une lettre ou un chiffre et contient des lettres, des chiffres, des espaces, des points, des traits d\'union et des tirets bas.',
    },
    hint: { en: 'Rename the file.', fr: 'Renommez le fichier.' },
  },
  'flow-broken': {
    title: { en: "The flow's file is damaged", fr: 'Le fichier du flux est abîmé' },
    detail: {
      en: "The file {file} can't be read as a flow just now, so it was not saved over.",
      fr: "Le fichier {file} n'est pas lisible comme flux en ce moment ; il n'a donc pas été écrasé.",
    },
    hint: { en: 'Mend the file, or restore it with Git.', fr: 'Réparez le fichier, ou rétablissez-le avec Git.' },
  },
  'flow-file-not-text': {
    title: { en: 'Not a text file', fr: "Ce n'est pas un fichier texte" },
    detail: { en: 'The file {file} is not text in UTF-8.', fr: "Le fichier {file} n'est pas du texte en UTF-8." },
    hint: { en: 'Save it as UTF-8.', fr: 'Enregistrez-le en UTF-8.' },
  },
  'flow-file-conflict': {
    title: { en: 'A merge is unfinished', fr: 'Une fusion est inachevée' },
    detail: {
      en: 'The file {file} holds an unresolved conflict of a merge, from line {line} on.',
      fr: 'Le fichier {file} contient un conflit de fusion non résolu, à partir de la ligne {line}.',
    },
    hint: {
      en: 'Keep one of the two sides, remove the marks (<<<<<<<, =======, >>>>>>>) and save the file.',
      fr: "Gardez l'un des deux côtés, retirez les marques (<<<<<<<, =======, >>>>>>>) et enregistrez le fichier.",
    },
  },
  'flow-file-outside': {
    title: { en: 'The file leads elsewhere', fr: 'Le fichier mène ailleurs' },
    detail: {
      en: '{file} is a link to a place outside of the project folder. Such links are not followed.',
      fr: '{file} est un lien vers un endroit hors du dossier de projet. De tels liens ne sont pas suivis.',
    },
    hint: { en: 'Put the file itself into the folder.', fr: 'Placez le fichier lui-même dans le dossier.' },
  },
  'flow-file-not-a-file': {
    title: { en: 'Not a file', fr: "Ce n'est pas un fichier" },
    detail: {
      en: '{file} is named like a flow but is no ordinary file.',
      fr: "{file} porte le nom d'un flux mais n'est pas un fichier ordinaire.",
    },
    hint: { en: 'Rename or remove it.', fr: 'Renommez-le ou retirez-le.' },
  },
  'flow-file-too-large': {
    title: { en: 'The file is too large', fr: 'Le fichier est trop grand' },
    detail: {
      en: 'The file {file} is larger than {maxBytes:bytes}, the most that a flow may have.',
      fr: "Le fichier {file} dépasse {maxBytes:bytes}, la taille maximale d'un flux.",
    },
    hint: {
      en: 'Move data out of the flow into files that it reads.',
      fr: "Sortez les données du flux et placez-les dans des fichiers qu'il lit.",
    },
  },
  'flow-file-name': {
    title: { en: "The file's name doesn't fit", fr: 'Le nom du fichier ne convient pas' },
    detail: {
      en: "The name {file} holds characters that the name of a flow can't have.",
      fr: "Le nom {file} contient des caractères que le nom d'un flux ne peut pas avoir.",
    },
    hint: {
      en: 'Rename the file: letters, digits, spaces, dots, hyphens and underscores, and .flow.json at its end.',
      fr: "Renommez le fichier : lettres, chiffres, espaces, points, traits d'union et tirets bas, avec .flow.json à la fin.",
    },
  },
  'project-folder-not-found': {
    title: { en: 'No such folder', fr: 'Dossier introuvable' },
    detail: { en: 'There is no folder {folder}.', fr: "Il n'y a pas de dossier {folder}." },
    hint: {
      en: 'Check the path, or make the folder first.',
      fr: "Vérifiez le chemin, ou créez d'abord le dossier.",
    },
  },
} satisfies Catalog;
