import type { Catalog } from '../message-entry.ts';

/** What can be wrong with nodes that read, search and answer. */
export const retrievalMessages = {
  'retrieval-nothing-to-embed': {
    title: { en: 'Nothing to embed', fr: 'Rien à vectoriser' },
    detail: {
      en: 'There is neither a text nor a passage to make a vector of.',
      fr: 'Il n’y a ni texte ni passage dont faire un vecteur.',
    },
    hint: {
      en: 'Write a text, or wire passages.',
      fr: 'Écrivez un texte, ou reliez des passages.',
    },
  },
} satisfies Catalog;
