import type { Catalog } from '../message-entry.ts';

/** What the page itself has to say. */
export const webMessages = {
  'server-unreachable': {
    title: { en: "The server can't be reached", fr: "Le serveur est hors d'atteinte" },
    detail: { en: 'Jacquard did not answer.', fr: "Jacquard n'a pas répondu." },
    hint: {
      en: 'See whether it still runs in its terminal; nothing that you made is lost.',
      fr: "Voyez s'il tourne encore dans son terminal ; rien de ce que vous avez fait n'est perdu.",
    },
  },
  'server-failed': {
    title: { en: 'The server failed', fr: 'Le serveur a échoué' },
    detail: {
      en: 'It answered in a form that this page does not know.',
      fr: 'Il a répondu sous une forme que cette page ne connaît pas.',
    },
    hint: { en: 'Load the page again.', fr: 'Rechargez la page.' },
  },
  'page-failed': {
    title: { en: 'Something in this page failed', fr: 'Quelque chose a échoué dans cette page' },
    detail: { en: '{reason}', fr: '{reason}' },
    hint: {
      en: 'Load the page again; what was saved is kept.',
      fr: 'Rechargez la page ; ce qui était enregistré est conservé.',
    },
  },
  'json-invalid': {
    title: { en: 'Not JSON yet', fr: 'Pas encore du JSON' },
    detail: {
      en: 'Line {line}, column {column}: something else is expected here[[ than "{found}"]].',
      fr: 'Ligne {line}, colonne {column} : autre chose est attendu ici[[ que "{found}"]].',
    },
    hint: { en: 'Correct it there.', fr: 'Corrigez à cet endroit.' },
  },
} as const satisfies Catalog;
