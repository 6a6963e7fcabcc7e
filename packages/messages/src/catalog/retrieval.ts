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
  'categories-too-few': {
    title: { en: 'Too few categories', fr: 'Trop peu de catégories' },
    detail: {
      en: 'There is nothing to choose between: at least two different categories are needed.',
      fr: 'Il n’y a rien à choisir : il faut au moins deux catégories différentes.',
    },
    hint: {
      en: 'Write a name into the first column of each row.',
      fr: 'Écrivez un nom dans la première colonne de chaque ligne.',
    },
  },
} satisfies Catalog;
