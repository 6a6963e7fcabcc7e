import type { Catalog } from '../message-entry.ts';
import { limitMessages } from './limits.ts';
import { stepMessages } from './steps.ts';

/** Runs: what keeps them from starting, and what ends them. */
export const executorMessages = {
  ...limitMessages,
  ...stepMessages,
  'flow-has-issues': {
    title: { en: "The flow can't run yet", fr: 'Le flux ne peut pas encore être exécuté' },
    detail: {
      en: '{count} {count|thing|things} in the flow[[ "{flow}"]] must be put right first.',
      fr: '{count} {count|point|points} du flux[[ "{flow}"]] {count|est|sont} à corriger avant.',
    },
    hint: { en: 'Look at the marked nodes.', fr: 'Regardez les nœuds signalés.' },
  },
  'run-input-missing': {
    title: { en: 'An input has no value', fr: "Une entrée n'a pas de valeur" },
    detail: {
      en: 'The flow needs a value for its input "{input}".',
      fr: 'Le flux attend une valeur pour son entrée "{input}".',
    },
    hint: {
      en: 'Give one, or give the input a default.',
      fr: 'Donnez-en une, ou donnez à cette entrée une valeur par défaut.',
    },
  },
  'run-input-unknown': {
    title: { en: 'An input that the flow does not have', fr: "Une entrée que le flux n'a pas" },
    detail: { en: 'The flow has no input "{input}".', fr: 'Le flux n\'a pas d\'entrée "{input}".' },
    hint: {
      en: 'Inputs are named by the ids of the input nodes.',
      fr: "Les entrées portent le nom (id) des nœuds d'entrée.",
    },
  },
  'run-input-bounds': {
    title: { en: 'A number out of bounds', fr: 'Un nombre hors limites' },
    detail: {
      en: '{value} is out of the bounds of the input "{input}" ({keyword}: {bound}).',
      fr: '{value} sort des limites de l\'entrée "{input}" ({keyword} : {bound}).',
    },
    hint: { en: 'Give a number within the bounds.', fr: 'Donnez un nombre dans les bornes.' },
  },
  'node-not-found': {
    title: { en: 'Node not found', fr: 'Nœud introuvable' },
    detail: { en: 'The flow has no node "{id}".', fr: 'Le flux n\'a pas de nœud "{id}".' },
    hint: {
      en: 'Reload the page: the flow may have been changed elsewhere.',
      fr: 'Rechargez la page : le flux a pu être modifié ailleurs.',
    },
  },
  'node-type-missing': {
    title: { en: 'Unknown type of node', fr: 'Type de nœud inconnu' },
    detail: { en: 'The node type {type} is not installed here.', fr: "Le type de nœud {type} n'est pas installé ici." },
    hint: { en: 'Update Jacquard, or replace the node.', fr: 'Mettez Jacquard à jour, ou remplacez le nœud.' },
  },
  'wire-without-source': {
    title: { en: 'A wire from nowhere', fr: 'Un lien sans origine' },
    detail: {
      en: 'There is no output {address} that this input could read.',
      fr: 'Aucune sortie {address} ne peut être lue par cette entrée.',
    },
    hint: { en: 'Link the input anew.', fr: "Reliez à nouveau l'entrée." },
  },
  'run-log-failed': {
    title: { en: "The run couldn't be recorded", fr: "L'exécution n'a pas pu être enregistrée" },
    detail: {
      en: 'What happened in the run could not be written down, so it was stopped.',
      fr: "Le déroulement de l'exécution n'a pas pu être écrit ; elle a été arrêtée.",
    },
    hint: {
      en: 'Look for room on the disk and at the log.',
      fr: 'Vérifiez la place sur le disque et consultez le journal.',
    },
  },
  'run-suspended': {
    title: { en: 'Stopped for now', fr: 'Arrêtée pour le moment' },
    detail: {
      en: 'Jacquard was closed while the run was going on. It goes on after the last node that had finished when Jacquard is started again.',
      fr: "Jacquard a été fermé pendant l'exécution. Elle reprendra après le dernier nœud terminé au prochain démarrage.",
    },
    hint: { en: 'Start Jacquard again.', fr: 'Redémarrez Jacquard.' },
  },
  'executor-closed': {
    title: { en: 'Jacquard is closing', fr: 'Jacquard se ferme' },
    detail: { en: 'No more runs are started.', fr: "Aucune nouvelle exécution n'est lancée." },
    hint: { en: 'Start it again, then try again.', fr: 'Redémarrez-le, puis réessayez.' },
  },
  'run-without-start': {
    title: { en: 'The run has no beginning', fr: "L'exécution n'a pas de début" },
    detail: {
      en: 'The record of the run {id} lacks its first event.',
      fr: "Il manque à l'exécution {id} son premier événement.",
    },
    hint: { en: 'Delete this run and run the flow again.', fr: 'Supprimez cette exécution et relancez le flux.' },
  },
  'resume-too-often': {
    title: { en: 'Taken up too often', fr: 'Reprise trop souvent' },
    detail: {
      en: 'Jacquard ended {count} times during this run. It is not taken up again.',
      fr: "Jacquard s'est arrêté {count} fois pendant cette exécution. Elle n'est plus reprise.",
    },
    hint: {
      en: 'Something in the run may end the program: look at the node that ran last.',
      fr: "Quelque chose dans l'exécution arrête peut-être le programme : regardez le dernier nœud exécuté.",
    },
  },
  'resume-type-changed': {
    title: { en: 'A node has changed since', fr: 'Un nœud a changé depuis' },
    detail: {
      en: 'The run began with version {version} of the node type {type}[[; now it is {now}]]. It is not taken up.',
      fr: "L'exécution a commencé avec la version {version} du type {type}[[ ; c'est maintenant la {now}]]. Elle n'est pas reprise.",
    },
    hint: { en: 'Run the flow again.', fr: 'Exécutez de nouveau le flux.' },
  },
  'resume-failed': {
    title: { en: "The run couldn't be taken up", fr: "L'exécution n'a pas pu être reprise" },
    detail: {
      en: 'Its record could not be read again.',
      fr: "Son enregistrement n'a pas pu être relu.",
    },
    hint: { en: 'Run the flow again.', fr: 'Exécutez de nouveau le flux.' },
  },
  'value-lost': {
    title: { en: 'A value is lost', fr: 'Une valeur est perdue' },
    detail: {
      en: 'A large value that the run had stored is no longer there ({ref}).',
      fr: "Une grande valeur que l'exécution avait enregistrée n'existe plus ({ref}).",
    },
    hint: { en: 'Run the flow again.', fr: 'Exécutez de nouveau le flux.' },
  },
} satisfies Catalog;
