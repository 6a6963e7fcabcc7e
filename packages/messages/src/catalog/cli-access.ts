import type { Catalog } from '../message-entry.ts';

/** What the command line says of who may come in. */
export const cliAccessMessages = {
  'cli-set-up': {
    title: { en: 'Set a password', fr: 'Définissez un mot de passe' },
    detail: {
      en: 'Others reach Jacquard here, so that it waits for a password. Set it by this link, which is good once, within the hour: {url}',
      fr: 'D’autres atteignent Jacquard ici : il attend un mot de passe. Définissez-le par ce lien, valable une fois, pendant une heure : {url}',
    },
    hint: {
      en: 'With JACQUARD_PASSWORD or JACQUARD_API_KEYS it starts ready. Stop it with Ctrl+C.',
      fr: 'Avec JACQUARD_PASSWORD ou JACQUARD_API_KEYS, il démarre prêt. Arrêtez-le avec Ctrl+C.',
    },
  },
} as const satisfies Catalog;
