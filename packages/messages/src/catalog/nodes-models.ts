import type { Catalog } from '../message-entry.ts';

const notAsAsked = { en: 'Not the answer that was asked for', fr: 'Ce n’est pas la réponse demandée' };

/** What prompts, models and the ways of a flow can come to. */
export const modelNodesMessages = {
  'chat-nothing-to-send': {
    title: { en: 'Nothing to ask', fr: 'Rien à demander' },
    detail: {
      en: 'The prompt is empty, and there is no conversation.',
      fr: 'Le prompt est vide, et il n’y a pas de conversation.',
    },
    hint: {
      en: 'Write a prompt, or wire a text to it that isn’t empty.',
      fr: 'Écrivez un prompt, ou reliez-y un texte qui n’est pas vide.',
    },
  },
  'schema-not-valid': {
    title: { en: 'Not a schema', fr: 'Ce n’est pas un schéma' },
    detail: {
      en: 'The schema is not a JSON Schema: it has to be an object.',
      fr: 'Le schéma n’est pas un schéma JSON : ce doit être un objet.',
    },
    hint: {
      en: 'Look at the example in the description of the node.',
      fr: 'Voyez l’exemple dans la description du nœud.',
    },
  },
  'answer-not-of-schema': {
    title: notAsAsked,
    detail: {
      en: '{model} was asked twice for JSON of the schema ({fault}). It wrote: "{answer}"',
      fr: '{model} a été prié deux fois de donner un JSON du schéma ({fault}). Il a écrit : "{answer}"',
    },
    hint: {
      en: 'Make the schema simpler, describe its parts, or take a stronger model.',
      fr: 'Simplifiez le schéma, décrivez ses parties, ou prenez un modèle plus puissant.',
    },
  },
  'answer-no-label': {
    title: notAsAsked,
    detail: {
      en: '{model} was asked twice for one of the labels {labels}. It wrote: "{answer}"',
      fr: '{model} a été prié deux fois de choisir parmi les étiquettes {labels}. Il a écrit : "{answer}"',
    },
    hint: {
      en: 'Explain the labels in the instructions, or take a stronger model.',
      fr: 'Expliquez les étiquettes dans les consignes, ou prenez un modèle plus puissant.',
    },
  },
  'model-insides-closed': {
    title: { en: 'This model can’t be looked into', fr: 'Ce modèle ne se laisse pas regarder' },
    detail: {
      en: '{model} doesn’t tell its tokens and their probabilities.',
      fr: '{model} ne dit ni ses tokens ni leurs probabilités.',
    },
    hint: { en: 'Take a model of this machine.', fr: 'Prenez un modèle de cette machine.' },
  },
  'model-cannot-complete': {
    title: { en: 'This model knows no bare texts', fr: 'Ce modèle ne connaît pas les textes nus' },
    detail: {
      en: '{model} answers messages alone, and can’t go on with a text as it stands.',
      fr: '{model} répond seulement à des messages et ne peut pas continuer un texte tel quel.',
    },
    hint: {
      en: 'Take a model of this machine, or a chat node.',
      fr: 'Prenez un modèle de cette machine, ou un nœud de conversation.',
    },
  },
  'text-to-read-empty': {
    title: { en: 'There is no text', fr: 'Il n’y a pas de texte' },
    detail: {
      en: 'A model goes on from a text, and this one is empty.',
      fr: 'Un modèle continue un texte, et celui-ci est vide.',
    },
    hint: { en: 'Write a text, or wire one.', fr: 'Écrivez un texte, ou reliez-en un.' },
  },
  'choices-too-few': {
    title: { en: 'Too few choices', fr: 'Trop peu de choix' },
    detail: {
      en: 'There is nothing to choose between: at least two different choices are needed.',
      fr: 'Il n’y a rien à choisir : il faut au moins deux choix différents.',
    },
    hint: { en: 'Write one choice a line.', fr: 'Écrivez un choix par ligne.' },
  },
  'labels-too-few': {
    title: { en: 'Too few labels', fr: 'Trop peu d’étiquettes' },
    detail: {
      en: 'There is nothing to choose between: at least two different labels are needed.',
      fr: 'Il n’y a rien à choisir : il faut au moins deux étiquettes différentes.',
    },
    hint: { en: 'Write one label a line.', fr: 'Écrivez une étiquette par ligne.' },
  },
  'examples-need-two-columns': {
    title: { en: 'Examples without answers', fr: 'Des exemples sans réponses' },
    detail: {
      en: 'The table of examples needs two columns, question and answer.[[ It has: {columns}.]]',
      fr: 'Le tableau d’exemples demande deux colonnes, question et réponse.[[ Il a : {columns}.]]',
    },
    hint: { en: 'Add the column of answers.', fr: 'Ajoutez la colonne des réponses.' },
  },
  'merge-without-values': {
    title: { en: 'Nothing arrived', fr: 'Rien n’est arrivé' },
    detail: { en: 'None of the ways brought a value.', fr: 'Aucune des voies n’a apporté de valeur.' },
    hint: {
      en: 'Wire the end of every way to the values.',
      fr: 'Reliez aux valeurs la fin de chaque voie.',
    },
  },
} satisfies Catalog;
