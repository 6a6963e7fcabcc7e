import type { Catalog } from '../message-entry.ts';

/** What reasoning strategies can come to. */
export const reasoningMessages = {
  'budget-spent': {
    title: { en: 'No calls of the model left', fr: 'Plus d’appels au modèle' },
    detail: {
      en: 'This node may call the model {calls} times and have {tokens} tokens written; that is used up, and there is nothing yet to give.',
      fr: 'Ce nœud peut appeler le modèle {calls} fois et en faire écrire {tokens} tokens ; c’est épuisé, et il n’y a encore rien à donner.',
    },
    hint: {
      en: 'Raise the most calls or the longest answer, or ask for fewer steps or samples.',
      fr: 'Augmentez le nombre d’appels ou la longueur des réponses, ou demandez moins d’étapes ou d’échantillons.',
    },
  },
  'reasoning-nothing-found': {
    title: { en: 'Nothing was found', fr: 'Rien n’a été trouvé' },
    detail: {
      en: 'The model wrote nothing that could be used: {answers} answers, none of them in the form that was asked for.',
      fr: 'Le modèle n’a rien écrit d’utilisable : {answers} réponses, dont aucune dans la forme demandée.',
    },
    hint: {
      en: 'Read what it wrote in the last run, then make the prompt plainer, or take a larger model.',
      fr: 'Lisez ce qu’il a écrit dans la dernière exécution, puis simplifiez le prompt ou prenez un modèle plus grand.',
    },
  },
} as const satisfies Catalog;
