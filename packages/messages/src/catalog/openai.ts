import type { Catalog } from '../message-entry.ts';

/** Flows and models as OpenAI's clients call them, and flows as tools. */
export const openaiMessages = {
  'parameter-unknown': {
    title: { en: 'Unknown parameter', fr: 'Paramètre inconnu' },
    detail: {
      en: 'The request has a parameter that nobody knows: "{parameter}".',
      fr: 'La requête contient un paramètre que personne ne connaît : "{parameter}".',
    },
    hint: {
      en: 'Leave it out; values for the flow go into "jacquard": {"inputs": …}.',
      fr: 'Retirez-le ; les valeurs pour le flux vont dans "jacquard": {"inputs": …}.',
    },
  },
  'parameter-not-supported': {
    title: { en: 'Parameter not supported', fr: 'Paramètre non pris en charge' },
    detail: {
      en: '"{parameter}" is not supported[[ by {model}]].',
      fr: '"{parameter}" n’est pas pris en charge[[ par {model}]].',
    },
    hint: { en: 'Leave it out of the request.', fr: 'Retirez-le de la requête.' },
  },
  'parameter-invalid': {
    title: { en: 'Wrong value', fr: 'Valeur incorrecte' },
    detail: {
      en: 'The parameter "{parameter}" has a value that it can’t have[[: {reason}]].',
      fr: 'Le paramètre "{parameter}" a une valeur qu’il ne peut pas avoir[[ : {reason}]].',
    },
    hint: { en: 'Correct the value.', fr: 'Corrigez la valeur.' },
  },
  'flow-decides-parameter': {
    title: { en: 'The flow decides this itself', fr: 'Le flux en décide lui-même' },
    detail: {
      en: 'The flow "{flow}" decides "{parameter}" itself: none of its fields that callers may set is of this name.[[ They may set {allowed}.]]',
      fr: 'Le flux "{flow}" décide lui-même de "{parameter}" : aucun des champs que ses appelants peuvent régler ne porte ce nom.[[ Ils peuvent régler {allowed}.]]',
    },
    hint: {
      en: 'Leave the parameter out, or let callers set such a field of the flow.',
      fr: 'Retirez ce paramètre, ou laissez les appelants régler un tel champ du flux.',
    },
  },
  'flow-not-a-chat': {
    title: { en: 'Not a flow to talk to', fr: 'Ce flux n’est pas une conversation' },
    detail: {
      en: 'The flow "{flow}" has no input for a question, or no output for its answer.',
      fr: 'Le flux "{flow}" n’a pas d’entrée pour une question, ou pas de sortie pour sa réponse.',
    },
    hint: {
      en: 'Give it a chat input and a chat output, or call it by /api/v1/flows/{flow}/invoke.',
      fr: 'Donnez-lui une question et une réponse du chat, ou appelez-le par /api/v1/flows/{flow}/invoke.',
    },
  },
  'last-message-not-users': {
    title: { en: 'No question', fr: 'Pas de question' },
    detail: {
      en: 'A flow answers the last message, and the last message here is not the user’s.',
      fr: 'Un flux répond au dernier message, et celui-ci n’est pas de l’utilisateur.',
    },
    hint: { en: 'End with a message of the role "user".', fr: 'Terminez par un message de rôle "user".' },
  },
  'flow-answers-with-text': {
    title: { en: 'The flow answers with a text', fr: 'Le flux répond par un texte' },
    detail: {
      en: 'The answer of the flow "{flow}" is a text and was asked for as JSON.',
      fr: 'La réponse du flux "{flow}" est un texte et a été demandée en JSON.',
    },
    hint: {
      en: 'Leave "response_format" out, or make a JSON output the answer of the flow.',
      fr: 'Retirez "response_format", ou faites d’une sortie JSON la réponse du flux.',
    },
  },
  'answer-not-as-asked': {
    title: { en: 'The answer is of another form', fr: 'La réponse a une autre forme' },
    detail: {
      en: 'The flow "{flow}" answered with JSON that is not of the schema asked for[[: at {place}]] ({keyword}).',
      fr: 'Le flux "{flow}" a répondu par du JSON qui ne suit pas le schéma demandé[[ : à {place}]] ({keyword}).',
    },
    hint: {
      en: 'Ask for the schema of the flow’s own answer.',
      fr: 'Demandez le schéma de la réponse que donne le flux.',
    },
  },
  'answer-began-anew': {
    title: { en: 'The answer began anew', fr: 'La réponse a recommencé' },
    detail: {
      en: 'A node was tried again after a part of its answer had been sent, and the new answer is another.',
      fr: 'Un nœud a été repris après l’envoi d’une partie de sa réponse, et la nouvelle réponse est différente.',
    },
    hint: {
      en: 'Send the request again, or without "stream".',
      fr: 'Renvoyez la requête, éventuellement sans "stream".',
    },
  },
  'run-waits-for-person': {
    title: { en: 'A person is asked', fr: 'Une personne est sollicitée' },
    detail: {
      en: 'The run {run} of the flow waits for a person’s answer.',
      fr: 'L’exécution {run} du flux attend la réponse d’une personne.',
    },
    hint: {
      en: 'Answer it in Jacquard, or by POST /api/v1/runs/{run}/answer; GET /api/v1/runs/{run} then has the outcome.',
      fr: 'Répondez dans Jacquard, ou par POST /api/v1/runs/{run}/answer ; GET /api/v1/runs/{run} donne ensuite le résultat.',
    },
  },
  'content-not-text': {
    title: { en: 'Texts only', fr: 'Du texte uniquement' },
    detail: {
      en: 'A message has a part of the type "{type}"; messages are texts here.',
      fr: 'Un message a une partie de type "{type}" ; les messages sont ici des textes.',
    },
    hint: {
      en: 'Send texts; upload a file and give it to an input of a flow.',
      fr: 'Envoyez du texte ; pour un fichier, envoyez-le et donnez-le à une entrée d’un flux.',
    },
  },
  'tools-and-schema': {
    title: { en: 'Tools or a schema', fr: 'Des outils ou un schéma' },
    detail: {
      en: 'An answer can be held to a JSON Schema or call tools, not both.',
      fr: 'Une réponse peut suivre un schéma JSON ou appeler des outils, pas les deux.',
    },
    hint: {
      en: 'Send either "tools" or "response_format".',
      fr: 'Envoyez soit "tools", soit "response_format".',
    },
  },
  'tool-choice-unknown': {
    title: { en: 'Unknown tool', fr: 'Outil inconnu' },
    detail: {
      en: '"tool_choice" names the tool "{tool}", which the request doesn’t have.',
      fr: '"tool_choice" nomme l’outil "{tool}", que la requête ne contient pas.',
    },
    hint: { en: 'Name one of the tools sent.', fr: 'Nommez l’un des outils envoyés.' },
  },
  'model-or-flow-not-found': {
    title: { en: 'No such model', fr: 'Modèle inconnu' },
    detail: {
      en: 'There is no published flow and no model of the name "{name}" that you may use.',
      fr: 'Aucun flux publié ni modèle que vous puissiez utiliser ne porte le nom "{name}".',
    },
    hint: {
      en: 'GET /v1/models lists those that there are.',
      fr: 'GET /v1/models liste ceux qui existent.',
    },
  },
  'model-not-for-this': {
    title: { en: 'Another sort of model', fr: 'Une autre sorte de modèle' },
    detail: {
      en: 'The model {model} doesn’t do this: it is a model of the kind {kind}.',
      fr: 'Le modèle {model} ne fait pas cela : c’est un modèle de type {kind}.',
    },
    hint: {
      en: 'GET /v1/models lists the models and what they are for.',
      fr: 'GET /v1/models liste les modèles et leur usage.',
    },
  },
  'tokens-not-taken': {
    title: { en: 'Texts only', fr: 'Du texte uniquement' },
    detail: {
      en: 'The input is a list of tokens; every model here has tokens of its own, and takes texts.',
      fr: 'L’entrée est une liste de tokens ; chaque modèle a ici les siens, et prend du texte.',
    },
    hint: { en: 'Send texts.', fr: 'Envoyez du texte.' },
  },
  'dimensions-fixed': {
    title: { en: 'Another number of dimensions', fr: 'Un autre nombre de dimensions' },
    detail: {
      en: 'The vectors of {model} have {dimensions} dimensions, and can’t be made shorter.',
      fr: 'Les vecteurs de {model} ont {dimensions} dimensions et ne peuvent être raccourcis.',
    },
    hint: { en: 'Leave "dimensions" out.', fr: 'Retirez "dimensions".' },
  },
  'mcp-session-not-found': {
    title: { en: 'The session is over', fr: 'La session est terminée' },
    detail: {
      en: 'There is no such MCP session, or not any more.',
      fr: 'Cette session MCP n’existe pas, ou plus.',
    },
    hint: { en: 'Initialize anew.', fr: 'Initialisez-en une nouvelle.' },
  },
  'mcp-too-many-sessions': {
    title: { en: 'Too many sessions', fr: 'Trop de sessions' },
    detail: {
      en: '{most} MCP sessions are open already.',
      fr: '{most} sessions MCP sont déjà ouvertes.',
    },
    hint: { en: 'Close some, and try again.', fr: 'Fermez-en, puis réessayez.' },
  },
} as const satisfies Catalog;
