import type { Catalog } from '../message-entry.ts';
import { cliExportMessages } from './cli-export.ts';
import { cliModelMessages } from './cli-models.ts';
import { cliRunMessages } from './cli-run.ts';

/** The command line. */
export const cliMessages = {
  ...cliExportMessages,
  ...cliModelMessages,
  ...cliRunMessages,
  'cli-client-written': {
    title: { en: 'Client written', fr: 'Client écrit' },
    detail: { en: '{file} calls: {flows}.', fr: '{file} appelle : {flows}.' },
  },
  'cli-bundle-written': {
    title: { en: 'Bundle written', fr: 'Paquet écrit' },
    detail: {
      en: '{file} holds the flow and all that it names.',
      fr: "{file} contient le flux et tout ce qu'il nomme.",
    },
  },
  'cli-command-unknown': {
    title: { en: 'Unknown command', fr: 'Commande inconnue' },
    detail: { en: '"{command}" is not a command of jacquard.', fr: '"{command}" n\'est pas une commande de jacquard.' },
    hint: { en: 'jacquard --help lists them.', fr: 'jacquard --help les énumère.' },
  },
  'cli-downloaded': {
    title: { en: 'Model installed', fr: 'Modèle installé' },
    detail: { en: '{model} is installed.', fr: '{model} est installé.' },
  },
  'cli-downloading': {
    title: { en: 'Model on its way', fr: 'Téléchargement du modèle' },
    detail: {
      en: '{model} is being fetched ({size:bytes}), once.',
      fr: 'Téléchargement de {model} ({size:bytes}), une seule fois.',
    },
  },
  'cli-file-missing': {
    title: { en: 'File missing', fr: 'Fichier manquant' },
    detail: { en: 'Which flow? The name of its file is missing.', fr: 'Quel flux ? Le nom de son fichier manque.' },
    hint: { en: 'For example: jacquard run hello.flow.json.', fr: 'Par exemple : jacquard run bonjour.flow.json.' },
  },
  'cli-file-unwritable': {
    title: { en: "The file can't be written", fr: 'Le fichier ne peut pas être écrit' },
    detail: { en: "{file} can't be written[[: {reason}]].", fr: '{file} ne peut pas être écrit[[ : {reason}]].' },
    hint: { en: 'Choose another place for it.', fr: 'Choisissez un autre emplacement.' },
  },
  'cli-flow-fine': {
    title: { en: 'No issues', fr: 'Aucun problème' },
    detail: { en: '{file}: no issues.', fr: '{file} : aucun problème.' },
  },
  'cli-input-form': {
    title: { en: 'Input not understood', fr: 'Entrée non comprise' },
    detail: { en: '"{input}" is not of the form NAME=VALUE.', fr: '"{input}" n\'est pas de la forme NOM=VALEUR.' },
    hint: { en: 'Write it like topic=Weaving.', fr: 'Écrivez-la comme sujet=Tissage.' },
  },
  'cli-input-not-json': {
    title: { en: 'Not JSON', fr: "Ce n'est pas du JSON" },
    detail: { en: 'The value of "{input}" is not JSON.', fr: 'La valeur de "{input}" n\'est pas du JSON.' },
    hint: {
      en: 'Put quotes around it, for the shell and for JSON.',
      fr: 'Mettez des guillemets, pour le terminal et pour JSON.',
    },
  },
  'cli-input-not-object': {
    title: { en: 'Not a JSON object', fr: "Ce n'est pas un objet JSON" },
    detail: {
      en: '{source} holds JSON, but no object with the inputs by name.',
      fr: '{source} contient du JSON, mais pas un objet avec les entrées par nom.',
    },
    hint: {
      en: 'Send an object that holds each input under its name.',
      fr: 'Envoyez un objet qui contient chaque entrée sous son nom.',
    },
  },
  'cli-input-unknown': {
    title: { en: 'No such input', fr: 'Entrée inconnue' },
    detail: { en: 'The flow has no input "{input}".', fr: 'Le flux n\'a pas d\'entrée "{input}".' },
    hint: { en: 'It has: {inputs}.', fr: 'Il a : {inputs}.' },
  },
  'cli-knowledge-building': {
    title: { en: 'Reading documents', fr: 'Lecture des documents' },
    detail: {
      en: 'The documents of "{name}" are being read, once.',
      fr: 'Lecture des documents de "{name}", une seule fois.',
    },
  },
  'cli-knowledge-built': {
    title: { en: 'Documents read', fr: 'Documents lus' },
    detail: {
      en: '"{name}": {documents} {documents|document|documents}, {passages} {passages|passage|passages}.',
      fr: '"{name}" : {documents} {documents|document|documents}, {passages} {passages|passage|passages}.',
    },
  },
  'cli-knowledge-file': {
    title: { en: 'Which knowledge base?', fr: 'Quelle base documentaire ?' },
    detail: {
      en: 'A file *.knowledge.json is expected here[[, not {file}]].',
      fr: 'Un fichier *.knowledge.json est attendu ici[[, et non {file}]].',
    },
    hint: {
      en: 'For example: jacquard knowledge build handbook.knowledge.json.',
      fr: 'Par exemple : jacquard knowledge build guide.knowledge.json.',
    },
  },
  'cli-option-unknown': {
    title: { en: 'Option not understood', fr: 'Option non comprise' },
    detail: { en: '{message}', fr: '{message}' },
    hint: { en: 'jacquard --help lists the options.', fr: 'jacquard --help énumère les options.' },
  },
  'cli-ready': {
    title: { en: 'Ready', fr: 'Prêt' },
    detail: { en: 'Jacquard is ready: {url}', fr: 'Jacquard est prêt : {url}' },
    hint: { en: 'Stop it with Ctrl+C.', fr: 'Arrêtez-le avec Ctrl+C.' },
  },
  'cli-stopping': {
    title: { en: 'Stopping', fr: 'Arrêt' },
    detail: { en: 'Stopping…', fr: 'Arrêt…' },
  },
  'flow-file-unreadable': {
    title: { en: 'File not readable', fr: 'Fichier illisible' },
    detail: { en: "The file {file} can't be read.", fr: 'Le fichier {file} ne peut pas être lu.' },
    hint: { en: 'Check its name and whether you may read it.', fr: 'Vérifiez son nom et vos droits de lecture.' },
  },
} satisfies Catalog;
