import type { Catalog } from '../message-entry.ts';

const raise = {
  en: "The limits stand in the flow (`limits`) and in the server's configuration.",
  fr: 'Les limites se trouvent dans le flux (`limits`) et dans la configuration du serveur.',
};

/** The bounds of a run. */
export const limitMessages = {
  'limit-time': {
    title: { en: 'The run took too long', fr: "L'exécution a duré trop longtemps" },
    detail: { en: 'A run may take {seconds:seconds}.', fr: 'Une exécution peut durer {seconds:seconds}.' },
    hint: raise,
  },
  'limit-steps': {
    title: { en: 'Nodes ran too often', fr: 'Trop de nœuds exécutés' },
    detail: {
      en: 'In one run, nodes may run {limit} times in all, each turn of a loop counted.',
      fr: "Dans une exécution, les nœuds peuvent s'exécuter {limit} fois en tout, chaque tour de boucle compté.",
    },
    hint: raise,
  },
  'limit-iterations': {
    title: { en: 'Too many turns', fr: 'Trop de tours' },
    detail: {
      en: 'The loops of a run may turn {limit} times in all.',
      fr: "Les boucles d'une exécution peuvent faire {limit} tours en tout.",
    },
    hint: raise,
  },
  'limit-tokens': {
    title: { en: 'Too many tokens', fr: 'Trop de tokens' },
    detail: {
      en: 'A run may send and receive {limit} tokens in all.',
      fr: 'Une exécution peut envoyer et recevoir {limit} tokens en tout.',
    },
    hint: raise,
  },
  'limit-value-bytes': {
    title: { en: 'A value is too large', fr: 'Une valeur est trop grande' },
    detail: {
      en: 'It takes {size:bytes}; a value may take {limit:bytes}.',
      fr: 'Elle occupe {size:bytes} ; une valeur peut occuper {limit:bytes}.',
    },
    hint: {
      en: 'Split it before, or read only the part that you need.',
      fr: 'Découpez-la avant, ou ne lisez que la partie nécessaire.',
    },
  },
  'limit-depth': {
    title: { en: 'Flows call each other too deeply', fr: "Trop de flux s'appellent l'un l'autre" },
    detail: {
      en: 'A flow may call flows that call others, {limit} deep at most.',
      fr: "Un flux peut en appeler d'autres, sur {limit} niveaux au plus.",
    },
    hint: {
      en: 'Take a flow out of the chain, or look for one that calls itself.',
      fr: "Retirez un flux de la chaîne, ou cherchez-en un qui s'appelle lui-même.",
    },
  },
} satisfies Catalog;
