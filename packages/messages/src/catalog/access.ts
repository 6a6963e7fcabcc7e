import type { Catalog } from '../message-entry.ts';

/** Who may do what. */
export const accessMessages = {
  'login-needed': {
    title: { en: 'Sign in', fr: 'Identifiez-vous' },
    detail: {
      en: 'Jacquard answers this only to those who have signed in, or who show a key.',
      fr: 'Jacquard ne répond ici qu’aux personnes identifiées, ou qui présentent une clé.',
    },
    hint: {
      en: 'Sign in on the page, or send a key in the header "Authorization: Bearer".',
      fr: 'Identifiez-vous sur la page, ou envoyez une clé dans l’en-tête « Authorization: Bearer ».',
    },
  },
  'right-missing': {
    title: { en: 'Not allowed', fr: 'Non autorisé' },
    detail: { en: 'This key may not do that ({action}).', fr: 'Cette clé ne le permet pas ({action}).' },
    hint: {
      en: 'Make a key that may, or ask whoever runs this server.',
      fr: 'Créez une clé qui le permet, ou demandez à qui gère ce serveur.',
    },
  },
  'method-not-allowed': {
    title: { en: 'Method not allowed', fr: 'Méthode non autorisée' },
    detail: {
      en: 'This address can’t be asked with {method}, only with {methods}.',
      fr: 'Cette adresse ne répond pas à {method}, seulement à {methods}.',
    },
  },
} as const satisfies Catalog;
