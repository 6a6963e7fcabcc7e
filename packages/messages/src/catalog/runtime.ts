import type { Catalog } from '../message-entry.ts';
import { bundleMessages } from './bundles.ts';
import { runFileMessages } from './run-files.ts';

/** Configuration, models, secrets and runs, as server and command line meet them. */
export const runtimeMessages = {
  ...bundleMessages,
  ...runFileMessages,
  'configuration-invalid': {
    title: { en: 'Wrong configuration', fr: 'Configuration incorrecte' },
    detail: {
      en: '{name} is "{value}", which is not a value that it takes.',
      fr: '{name} vaut "{value}", qui n\'est pas une valeur possible.',
    },
    hint: { en: 'It takes: {form}.', fr: 'Valeurs possibles : {form}.' },
  },
  'configuration-file': {
    title: { en: 'File of the configuration not readable', fr: 'Fichier de configuration illisible' },
    detail: {
      en: "{name} names the file {file}, which can't be read.",
      fr: '{name} désigne le fichier {file}, qui ne peut pas être lu.',
    },
    hint: { en: 'Check the path and who may read it.', fr: 'Vérifiez le chemin et les droits de lecture.' },
  },
  'configuration-not-supported': {
    title: { en: 'Not supported yet', fr: 'Pas encore pris en charge' },
    detail: {
      en: "{name} is set, and this version can't use it: data would not be where you expect it.",
      fr: "{name} est défini, mais cette version ne sait pas s'en servir : vos données ne seraient pas là où vous les attendez.",
    },
    hint: {
      en: 'Unset {name}; data is then kept in the folder JACQUARD_HOME.',
      fr: 'Retirez {name} ; les données sont alors gardées dans le dossier JACQUARD_HOME.',
    },
  },
  'consent-needed': {
    title: { en: 'This flow asks first', fr: 'Ce flux demande votre accord' },
    detail: {
      en: 'This flow came from elsewhere. Before it runs for the first time, see what it would use and say whether it may.',
      fr: "Ce flux vient d'ailleurs. Avant sa première exécution, voyez ce qu'il utiliserait et dites si vous êtes d'accord.",
    },
    hint: {
      en: 'Open it in the editor, look at the list and press Run.',
      fr: "Ouvrez-le dans l'éditeur, lisez la liste et appuyez sur Exécuter.",
    },
  },
  'example-not-found': {
    title: { en: 'No such example', fr: 'Exemple introuvable' },
    detail: { en: 'There is no example "{id}".', fr: 'Il n\'y a pas d\'exemple "{id}".' },
    hint: { en: 'Choose one from the list of examples.', fr: 'Choisissez-en un dans la liste des exemples.' },
  },
  'flow-invalid': {
    title: { en: 'Not a flow', fr: "Ce n'est pas un flux" },
    detail: {
      en: "This document can't be saved as a flow.",
      fr: 'Ce document ne peut pas être enregistré comme flux.',
    },
    hint: { en: 'The list of issues says where.', fr: 'La liste des problèmes dit où.' },
  },
  'model-of-environment': {
    title: {
      en: 'The default model is set by the environment',
      fr: "Le modèle par défaut est fixé par l'environnement",
    },
    detail: {
      en: 'JACQUARD_MODEL is set to "{model}", and decides over a choice made here.',
      fr: 'JACQUARD_MODEL vaut "{model}" et l\'emporte sur un choix fait ici.',
    },
    hint: {
      en: 'Unset JACQUARD_MODEL to choose the model here.',
      fr: 'Retirez JACQUARD_MODEL pour choisir le modèle ici.',
    },
  },
  'run-cancelled': {
    title: { en: 'Run stopped', fr: 'Exécution arrêtée' },
    detail: {
      en: 'The run was stopped before it ended.[[ Run {run}.]]',
      fr: "L'exécution a été arrêtée avant la fin.[[ Exécution {run}.]]",
    },
    hint: {
      en: 'Run the flow again when you want its result.',
      fr: 'Relancez le flux quand vous voulez son résultat.',
    },
  },
  'run-elsewhere': {
    title: { en: 'Another process runs it', fr: "Un autre processus l'exécute" },
    detail: {
      en: 'This run belongs to another process of Jacquard, which alone can stop it.',
      fr: "Cette exécution appartient à un autre processus de Jacquard, seul capable de l'arrêter.",
    },
    hint: { en: 'Stop it where it was started.', fr: 'Arrêtez-la là où elle a été lancée.' },
  },
  'run-paused': {
    title: { en: 'It waits for a person', fr: 'Une personne est attendue' },
    detail: {
      en: 'The run waits for an answer[[ at {step}]] and goes on once it has one.[[ Run {run}.]]',
      fr: 'L’exécution attend une réponse[[ à {step}]] et continue dès qu’elle l’a.[[ Exécution {run}.]]',
    },
    hint: {
      en: 'Start Jacquard with this home and answer in the page or by POST /api/v1/runs/…/answer.',
      fr: 'Démarrez Jacquard avec ce dossier et répondez dans la page ou par POST /api/v1/runs/…/answer.',
    },
  },
  'run-not-waiting': {
    title: { en: 'Nobody waits for this answer', fr: 'Personne n’attend cette réponse' },
    detail: {
      en: 'The run doesn’t wait for a person[[ at {step}]]: it was answered already, goes on, or has ended.',
      fr: 'L’exécution n’attend personne[[ à {step}]] : elle a déjà reçu une réponse, continue, ou est terminée.',
    },
    hint: {
      en: 'Look at the run. If several nodes wait, name the one that is meant.',
      fr: 'Regardez l’exécution. Si plusieurs nœuds attendent, nommez celui qui est visé.',
    },
  },
  'run-interrupted': {
    title: { en: 'Run interrupted', fr: 'Exécution interrompue' },
    detail: {
      en: 'The run was interrupted and did not end.[[ Run {run}.]]',
      fr: "L'exécution a été interrompue et n'est pas arrivée à son terme.[[ Exécution {run}.]]",
    },
    hint: { en: 'Run the flow again.', fr: 'Relancez le flux.' },
  },
  'run-not-resumable': {
    title: { en: 'Run interrupted', fr: 'Exécution interrompue' },
    detail: {
      en: "Jacquard stopped while this run went on, and it can't go on from where it was.",
      fr: "Jacquard s'est arrêté pendant cette exécution, qui ne peut pas reprendre là où elle en était.",
    },
    hint: { en: 'Run the flow again.', fr: 'Relancez le flux.' },
  },
  'run-resumed-too-often': {
    title: { en: 'Run interrupted', fr: 'Exécution interrompue' },
    detail: {
      en: 'Jacquard was stopped {count} times during this run and resumed it each time. It was not resumed again.',
      fr: "Jacquard a été arrêté {count} fois pendant cette exécution et l'a reprise chaque fois. Elle n'a plus été reprise.",
    },
    hint: {
      en: 'Look whether one of its nodes makes Jacquard stop, then run the flow again.',
      fr: "Cherchez si l'un de ses nœuds arrête Jacquard, puis relancez le flux.",
    },
  },
  'secret-not-found': {
    title: { en: 'No such secret', fr: 'Secret introuvable' },
    detail: { en: 'There is no secret "{name}".', fr: 'Il n\'y a pas de secret "{name}".' },
    hint: { en: 'Store it on the models page.', fr: 'Enregistrez-le à la page des modèles.' },
  },
  'secret-of-environment': {
    title: { en: 'The environment holds this secret', fr: "L'environnement détient ce secret" },
    detail: {
      en: 'The secret "{name}" comes from the environment and can\'t be changed here.',
      fr: 'Le secret "{name}" vient de l\'environnement et ne se modifie pas ici.',
    },
    hint: {
      en: 'Change the environment variable and start Jacquard again.',
      fr: "Modifiez la variable d'environnement et redémarrez Jacquard.",
    },
  },
  stopping: {
    title: { en: 'Jacquard is stopping', fr: "Jacquard s'arrête" },
    detail: {
      en: 'Jacquard is stopping and takes no more runs.',
      fr: "Jacquard s'arrête et n'accepte plus d'exécution.",
    },
    hint: { en: 'Try again in a moment.', fr: 'Réessayez dans un instant.' },
  },
  'too-many-runs': {
    title: { en: 'Too many runs at once', fr: "Trop d'exécutions à la fois" },
    detail: {
      en: '{limit} {limit|run goes|runs go} on already, as many as may go on at once.',
      fr: '{limit} {limit|exécution est|exécutions sont} déjà en cours, le maximum simultané.',
    },
    hint: {
      en: 'Wait until one ends, stop one, or raise JACQUARD_MAX_RUNS.',
      fr: "Attendez qu'une se termine, arrêtez-en une, ou augmentez JACQUARD_MAX_RUNS.",
    },
  },
  'value-not-found': {
    title: { en: 'Value not found', fr: 'Valeur introuvable' },
    detail: { en: 'The run {run} holds no such value.', fr: "L'exécution {run} ne contient pas cette valeur." },
    hint: { en: 'Its run may have been deleted.', fr: 'Son exécution a peut-être été supprimée.' },
  },
} satisfies Catalog;
