import type { Catalog } from '../message-entry.ts';

const author = {
  'answer-not-valid': {
    title: { en: 'Not an answer to this question', fr: 'Ce n’est pas une réponse à cette question' },
    detail: {
      en: 'The answer doesn’t have the form that was asked for[[ (at {place}: {keyword})]]. The run waits on.',
      fr: 'La réponse n’a pas la forme demandée[[ (à {place} : {keyword})]]. L’exécution attend toujours.',
    },
    hint: {
      en: 'The question’s schema stands with the run; send JSON that fits it.',
      fr: 'Le schéma de la question accompagne l’exécution ; envoyez du JSON qui y répond.',
    },
  },
  'question-too-long': {
    title: { en: 'The question is too long', fr: 'La question est trop longue' },
    detail: {
      en: 'What a person would be asked, with its choices, has {size} characters; at most {limit} can be shown.',
      fr: 'Ce qui serait demandé à une personne, avec les choix, compte {size} caractères ; au plus {limit} peuvent être affichés.',
    },
    hint: {
      en: 'Give long text as the value: it may be of any length.',
      fr: 'Donnez un long texte comme valeur : elle peut être de n’importe quelle longueur.',
    },
  },
  'pause-form-not-valid': {
    title: { en: 'The node asks in no known form', fr: 'Le nœud demande sous une forme inconnue' },
    detail: {
      en: 'The node wanted to ask a person, and its question is not one that can be shown.',
      fr: 'Le nœud voulait demander à une personne, et sa question ne peut pas être affichée.',
    },
    hint: { en: 'This is a fault of the node.', fr: 'C’est un défaut du nœud.' },
  },
  en: 'This is a mistake in the code of the node: tell its authors.',
  fr: "C'est une erreur dans le code du nœud : signalez-la à ses auteurs.",
};

/** Single steps of a run. */
export const stepMessages = {
  'step-failed': {
    title: { en: 'The node failed', fr: 'Le nœud a échoué' },
    detail: { en: 'The node ended with an error: {message}', fr: "Le nœud s'est arrêté sur une erreur : {message}" },
    hint: author,
  },
  'step-timed-out': {
    title: { en: 'The node took too long', fr: 'Le nœud a mis trop de temps' },
    detail: {
      en: 'It was not done after {seconds:seconds}, the time that this node may take.',
      fr: "Il n'avait pas terminé après {seconds:seconds}, la durée qui lui est permise.",
    },
    hint: {
      en: 'Give the node more time, or less to do.',
      fr: 'Accordez plus de temps au nœud, ou moins de travail.',
    },
  },
  'step-interrupted': {
    title: {
      en: 'Interrupted at a node that must not run twice',
      fr: "Interrompue à un nœud qui ne doit pas s'exécuter deux fois",
    },
    detail: {
      en: 'Jacquard ended while the node {step} was running. Nobody can tell whether it has done its work, and doing it twice could do harm. So the run was stopped.',
      fr: "Jacquard s'est arrêté pendant que le nœud {step} s'exécutait. On ne peut pas savoir s'il a fait son travail, et le faire deux fois pourrait nuire. L'exécution a donc été arrêtée.",
    },
    hint: {
      en: 'Check on the other side what has been done, then run the flow again if need be.',
      fr: "Vérifiez de l'autre côté ce qui a été fait, puis exécutez de nouveau le flux si nécessaire.",
    },
  },
  'step-not-needed': {
    title: { en: 'Stopped', fr: 'Arrêté' },
    detail: { en: 'The node was stopped with its run.', fr: 'Le nœud a été arrêté avec son exécution.' },
    hint: { en: 'Run the flow again if you need its value.', fr: 'Relancez le flux si vous avez besoin de sa valeur.' },
  },
  'output-missing': {
    title: { en: 'An output has no value', fr: "Une sortie n'a pas de valeur" },
    detail: {
      en: 'The node gave nothing for its output "{port}".',
      fr: 'Le nœud n\'a rien donné pour sa sortie "{port}".',
    },
    hint: author,
  },
  'output-unknown': {
    title: { en: 'An output that the node does not have', fr: "Une sortie que le nœud n'a pas" },
    detail: {
      en: 'The node gave a value for "{port}", which is none of its outputs.',
      fr: 'Le nœud a donné une valeur pour "{port}", qui n\'est pas une de ses sorties.',
    },
    hint: author,
  },
  'component-failed': {
    title: { en: "A node couldn't be made ready", fr: "Un nœud n'a pas pu être préparé" },
    detail: { en: 'The node "{node}" could not be made ready.', fr: 'Le nœud "{node}" n\'a pas pu être préparé.' },
    hint: author,
  },
  'setting-missing': {
    title: { en: 'A setting is missing', fr: 'Un réglage manque' },
    detail: {
      en: 'The setting "{name}" has no value, neither in the environment nor saved, and no default.',
      fr: 'Le réglage "{name}" n\'a de valeur ni dans l\'environnement ni enregistrée, et pas de valeur par défaut.',
    },
    hint: {
      en: 'Give it one, or a default in the flow.',
      fr: 'Donnez-lui une valeur, ou une valeur par défaut dans le flux.',
    },
  },
  'secret-missing': {
    title: { en: 'A secret is missing', fr: 'Un secret manque' },
    detail: { en: 'There is no secret "{name}".', fr: 'Il n\'y a pas de secret "{name}".' },
    hint: { en: 'Save it under this name.', fr: 'Enregistrez-le sous ce nom.' },
  },
  'external-failed': {
    title: { en: "A value couldn't be looked up", fr: "Une valeur n'a pas pu être lue" },
    detail: {
      en: 'A setting, secret or file that the node names could not be read.',
      fr: "Un réglage, un secret ou un fichier que le nœud nomme n'a pas pu être lu.",
    },
    hint: { en: 'Try again; look at the log if it stays.', fr: 'Réessayez ; si cela persiste, consultez le journal.' },
  },
} satisfies Catalog;
