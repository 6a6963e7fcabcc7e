import type { Catalog } from '../message-entry.ts';
import { modelDownloadMessages } from './model-downloads.ts';
import { modelSourceMessages } from './model-sources.ts';

/** Local models: which there are, and what can go wrong while one answers. */
export const localLlmMessages = {
  ...modelDownloadMessages,
  ...modelSourceMessages,
  'model-unknown': {
    title: { en: 'No such model', fr: 'Modèle inconnu' },
    detail: { en: 'There is no local model "{model}".', fr: 'Aucun modèle local ne porte le nom "{model}".' },
    hint: {
      en: 'Choose one of the models page, or put its GGUF file into the models folder.',
      fr: 'Choisissez-en un sur la page des modèles, ou placez son fichier GGUF dans le dossier des modèles.',
    },
  },
  'model-not-installed': {
    title: { en: 'The model is not here yet', fr: "Le modèle n'est pas encore là" },
    detail: {
      en: '{model} has not been downloaded to this machine.',
      fr: "{model} n'a pas été téléchargé sur cette machine.",
    },
    hint: {
      en: 'Download it on the models page or with "jacquard models install", then run again.',
      fr: 'Téléchargez-le sur la page des modèles ou par "jacquard models install", puis relancez.',
    },
  },
  'model-context-full': {
    title: { en: 'The prompt is too long', fr: 'La consigne est trop longue' },
    detail: {
      en: 'The prompt has {promptTokens} tokens; this model takes {fits} and leaves room for an answer (its context holds {contextTokens}). Nothing was cut.',
      fr: "La consigne compte {promptTokens} jetons ; ce modèle en accepte {fits} pour laisser place à la réponse (son contexte en contient {contextTokens}). Rien n'a été coupé.",
    },
    hint: {
      en: 'Shorten the text, split it and treat the parts one by one, or choose a model with a larger context.',
      fr: 'Raccourcissez le texte, découpez-le et traitez les parties une à une, ou choisissez un modèle au contexte plus grand.',
    },
  },
  'model-host-died': {
    title: { en: 'The model stopped', fr: "Le modèle s'est arrêté" },
    detail: {
      en: 'The process that runs local models ended in the middle of an answer[[ ({signal})]]. It starts again with the next one.',
      fr: "Le processus qui exécute les modèles locaux s'est arrêté au milieu d'une réponse[[ ({signal})]]. Il redémarrera à la prochaine.",
    },
    hint: {
      en: 'Run again. If it happens again, the machine may be short of memory: close other programs or choose a smaller model.',
      fr: "Relancez. Si cela se reproduit, la mémoire manque peut-être : fermez d'autres programmes ou choisissez un modèle plus petit.",
    },
  },
  'model-host-hung': {
    title: { en: 'The model hangs', fr: 'Le modèle ne répond plus' },
    detail: {
      en: 'The process that runs local models gave no sign of life and was ended. It starts again with the next answer.',
      fr: 'Le processus qui exécute les modèles locaux ne donnait plus signe de vie et a été arrêté. Il redémarrera à la prochaine réponse.',
    },
    hint: {
      en: 'Run again. If it happens again, choose a smaller model, or the processor instead of the graphics processor.',
      fr: 'Relancez. Si cela se reproduit, choisissez un modèle plus petit, ou le processeur au lieu du processeur graphique.',
    },
  },
  'model-busy': {
    title: { en: 'Too many requests', fr: 'Trop de demandes' },
    detail: {
      en: '{waiting} requests wait for the local models already.',
      fr: '{waiting} demandes attendent déjà les modèles locaux.',
    },
    hint: {
      en: 'Try again in a moment, or let fewer nodes run at once.',
      fr: "Réessayez dans un instant, ou laissez moins de nœuds s'exécuter à la fois.",
    },
  },
  'model-template-hostile': {
    title: { en: "The model's chat template fails", fr: 'Le modèle de dialogue est défectueux' },
    detail: {
      en: "The template that came with the model's file took too long or too much memory, and was ended.",
      fr: 'Le modèle de dialogue fourni avec le fichier a pris trop de temps ou de mémoire, et a été arrêté.',
    },
    hint: {
      en: 'Choose another model, or another file of it.',
      fr: 'Choisissez un autre modèle, ou un autre fichier.',
    },
  },
  'model-not-for-writing': {
    title: { en: 'This model writes nothing', fr: "Ce modèle n'écrit rien" },
    detail: {
      en: 'The model {name} was made to compare texts, and knows no next word.',
      fr: 'Le modèle {name} est fait pour comparer des textes et ne connaît pas de mot suivant.',
    },
    hint: { en: 'Choose a chat model.', fr: 'Choisissez un modèle de langage.' },
  },
  'model-not-for-ranking': {
    title: { en: 'This model ranks no passages', fr: 'Ce modèle ne classe pas de passages' },
    detail: {
      en: 'The model {name} was not made to say how well a passage answers a question.[[ The engine says: {reason}]]',
      fr: "Le modèle {name} n'est pas fait pour juger si un passage répond à une question.[[ Le moteur indique : {reason}]]",
    },
    hint: {
      en: 'Choose a reranking model, bge-reranker say.',
      fr: 'Choisissez un modèle de reclassement, bge-reranker par exemple.',
    },
  },
  'model-token-unknown': {
    title: { en: 'The model has no such token', fr: "Le modèle n'a pas ce token" },
    detail: {
      en: 'No token of the model has the number {token}.',
      fr: 'Aucun token du modèle ne porte le numéro {token}.',
    },
    hint: {
      en: 'Take a token that the model itself has named.',
      fr: 'Prenez un token que le modèle a lui-même nommé.',
    },
  },
  'model-continuation-empty': {
    title: { en: 'An answer to score is empty', fr: 'Une réponse à évaluer est vide' },
    detail: {
      en: 'A text without a word has no probability.',
      fr: "Un texte sans aucun mot n'a pas de probabilité.",
    },
    hint: { en: 'Give every choice a name.', fr: 'Donnez un nom à chaque choix.' },
  },
  'model-memory-short': {
    title: { en: 'Not enough memory', fr: 'Mémoire insuffisante' },
    detail: {
      en: "The model doesn't fit into this machine's memory[[: it needs {needed:bytes}]][[, and {free:bytes} are free]].[[ These would fit: {fitting}.]]",
      fr: 'Le modèle ne tient pas dans la mémoire de cette machine[[ : il lui faut {needed:bytes}]][[, et {free:bytes} sont libres]].[[ Ceux-ci tiendraient : {fitting}.]]',
    },
    hint: {
      en: 'Close other programs, choose a smaller model, or set a smaller context on the model node.',
      fr: "Fermez d'autres programmes, choisissez un modèle plus petit, ou réduisez le contexte sur le nœud du modèle.",
    },
  },
  'model-file-broken': {
    title: { en: "The model's file can't be read", fr: 'Le fichier du modèle est illisible' },
    detail: {
      en: 'The file is no GGUF model that this version can load.[[ The engine says: {reason}]]',
      fr: "Ce fichier n'est pas un modèle GGUF que cette version sait charger.[[ Le moteur indique : {reason}]]",
    },
    hint: { en: 'Fetch the file again, or another one.', fr: 'Récupérez de nouveau ce fichier, ou un autre.' },
  },
  'model-without-template': {
    title: { en: 'Not a chat model', fr: "Ce n'est pas un modèle de conversation" },
    detail: {
      en: 'The file {model} has no chat template: it continues texts, but knows no messages.',
      fr: "Le fichier {model} n'a pas de modèle de dialogue : il continue des textes, mais ne connaît pas les messages.",
    },
    hint: {
      en: 'Choose an "instruct" or "chat" version of it.',
      fr: 'Choisissez-en une version "instruct" ou "chat".',
    },
  },
  'model-template-refused': {
    title: { en: "The model doesn't take these messages", fr: "Le modèle n'accepte pas ces messages" },
    detail: {
      en: "The model's chat template refuses the conversation as it is: {reason}",
      fr: 'Le modèle de dialogue refuse la conversation telle quelle : {reason}',
    },
    hint: {
      en: 'Some models take no system message, or want question and answer in turn.',
      fr: "Certains modèles n'acceptent pas de message système, ou veulent que question et réponse alternent.",
    },
  },
  'model-schema-unsupported': {
    title: { en: "The schema can't be enforced", fr: 'Ce schéma ne peut pas être imposé' },
    detail: {
      en: 'The local model can not be held to this JSON Schema: {reason}',
      fr: 'Le modèle local ne peut pas être contraint à ce schéma JSON : {reason}',
    },
    hint: { en: 'Use a simpler schema.', fr: 'Utilisez un schéma plus simple.' },
  },
  'model-grammar-wrong': {
    title: { en: 'The grammar is wrong', fr: 'La grammaire est incorrecte' },
    detail: { en: 'This is no valid GBNF grammar: {reason}', fr: "Ce n'est pas une grammaire GBNF valide : {reason}" },
    hint: {
      en: 'Correct the grammar, or ask with a JSON Schema.',
      fr: 'Corrigez la grammaire, ou employez un schéma JSON.',
    },
  },
  'model-failed': {
    title: { en: 'The model failed', fr: 'Le modèle a échoué' },
    detail: { en: 'The model could not answer: {reason}', fr: "Le modèle n'a pas pu répondre : {reason}" },
    hint: { en: 'Run again.', fr: 'Relancez.' },
  },
  'model-host-confused': {
    title: { en: 'Unexpected answer of the model', fr: 'Réponse inattendue du modèle' },
    detail: {
      en: 'The process that runs local models answered something else than was asked. This is an error of Jacquard.',
      fr: "Le processus qui exécute les modèles locaux a répondu autre chose que ce qui était demandé. C'est une erreur de Jacquard.",
    },
    hint: {
      en: 'Run the flow again; if it comes back, please report it.',
      fr: 'Relancez le flux ; si cela se reproduit, merci de le signaler.',
    },
  },
} satisfies Catalog;
