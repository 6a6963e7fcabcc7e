import type { Catalog } from '../message-entry.ts';

/** Building knowledge bases, and the embeddings that they are built with. */
export const knowledgeBuildingMessages = {
  'embeddings-unavailable': {
    title: { en: "The search by meaning isn't available", fr: "La recherche par le sens n'est pas disponible" },
    detail: {
      en: 'The embeddings "{name}" can\'t be used[[: {reason:word}]].',
      fr: 'Les embeddings "{name}" ne peuvent pas être utilisés[[ : {reason:word}]].',
    },
    hint: {
      en: 'Choose other embeddings in the settings of the knowledge base, or fetch the model on the models page.',
      fr: "Choisissez d'autres embeddings dans les réglages de la base documentaire, ou téléchargez le modèle à la page des modèles.",
    },
  },
  'embeddings-not-for-texts': {
    title: { en: 'Not an embeddings model', fr: "Ce n'est pas un modèle d'embeddings" },
    detail: {
      en: 'The model "{name}" gives no vectors for texts[[: {reason}]].',
      fr: 'Le modèle "{name}" ne donne pas de vecteurs pour les textes[[ : {reason}]].',
    },
    hint: { en: 'Choose a model made for embeddings.', fr: 'Choisissez un modèle fait pour les embeddings.' },
  },
  'knowledge-empty': {
    title: { en: 'The knowledge base is empty', fr: 'La base documentaire est vide' },
    detail: {
      en: 'There is no text to search in "{name}".',
      fr: 'Il n\'y a aucun texte à chercher dans "{name}".',
    },
    hint: { en: 'Add documents to it.', fr: 'Ajoutez-y des documents.' },
  },
  'knowledge-disk-full': {
    title: { en: 'The disk is full', fr: 'Le disque est plein' },
    detail: {
      en: 'There was no room left on the disk to build the knowledge base. What was built until then is kept.',
      fr: "Il n'y avait plus de place sur le disque pour construire la base documentaire. Ce qui était construit est conservé.",
    },
    hint: {
      en: 'Make room on the disk, then build it again: it goes on from there.',
      fr: 'Libérez de la place sur le disque, puis relancez la construction : elle reprendra où elle en était.',
    },
  },
  'knowledge-build-cancelled': {
    title: { en: 'Building was stopped', fr: 'La construction a été arrêtée' },
    detail: {
      en: 'The building of the knowledge base was stopped. What was built until then is kept.',
      fr: 'La construction de la base documentaire a été arrêtée. Ce qui était construit est conservé.',
    },
    hint: { en: 'Build it again to go on.', fr: 'Relancez la construction pour la poursuivre.' },
  },
  'knowledge-thread-failed': {
    title: { en: 'Reading was broken off', fr: 'La lecture a été interrompue' },
    detail: {
      en: 'A part of the program that works on documents stopped ({reason}).',
      fr: "Une partie du programme qui traite les documents s'est arrêtée ({reason}).",
    },
    hint: { en: 'Try again.', fr: 'Réessayez.' },
  },
  'document-keeps-changing': {
    title: { en: 'The file keeps changing', fr: 'Le fichier change sans cesse' },
    detail: {
      en: 'It was changed each time that it was being read.',
      fr: "Il a été modifié à chaque fois qu'il était en cours de lecture.",
    },
    hint: {
      en: 'Close it in the program that writes it, then build again.',
      fr: "Fermez-le dans le programme qui l'écrit, puis relancez la construction.",
    },
  },
} satisfies Catalog;
