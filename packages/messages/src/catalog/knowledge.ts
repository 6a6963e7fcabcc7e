import type { Catalog } from '../message-entry.ts';

/** Knowledge bases: their indexes. */
export const knowledgeMessages = {
  'knowledge-index-busy': {
    title: { en: 'The knowledge base is in use', fr: 'La base documentaire est occupée' },
    detail: {
      en: 'Another program has held the index {file} for too long. Nothing was written.',
      fr: "Un autre programme occupe l'index {file} depuis trop longtemps. Rien n'a été écrit.",
    },
    hint: {
      en: 'Close the program that has the file open, then try again.',
      fr: 'Fermez le programme qui a ouvert ce fichier, puis réessayez.',
    },
  },
  'knowledge-not-writable': {
    title: { en: "The index can't be written", fr: "L'index ne peut pas être écrit" },
    detail: {
      en: 'Jacquard may not write the index {file}.',
      fr: "Jacquard n'a pas le droit d'écrire l'index {file}.",
    },
    hint: {
      en: 'Check who owns the folder and whether you may write to it, or choose another with JACQUARD_HOME.',
      fr: 'Vérifiez à qui appartient le dossier et si vous pouvez y écrire, ou choisissez-en un autre avec JACQUARD_HOME.',
    },
  },
  'knowledge-index-damaged': {
    title: { en: 'The index was damaged', fr: "L'index était abîmé" },
    detail: {
      en: 'The index {file} was damaged. It was put aside, and an empty one begun.',
      fr: "L'index {file} était abîmé. Il a été mis de côté, et un nouveau commencé.",
    },
    hint: {
      en: 'Try again: the knowledge base is built anew from its documents.',
      fr: 'Réessayez : la base documentaire sera reconstruite à partir de ses documents.',
    },
  },
  'knowledge-index-failed': {
    title: { en: 'The knowledge base failed', fr: 'La base documentaire a échoué' },
    detail: {
      en: 'Reading or writing the index {file} failed: {reason}.',
      fr: "La lecture ou l'écriture de l'index {file} a échoué : {reason}.",
    },
    hint: {
      en: 'Check the disk that the file lies on, then try again.',
      fr: 'Vérifiez le disque qui contient ce fichier, puis réessayez.',
    },
  },
  'knowledge-vectors-mixed': {
    title: { en: 'The embeddings have changed', fr: 'Les embeddings ont changé' },
    detail: {
      en: 'The index holds vectors of {already} numbers; the new ones have {dimensions}. Nothing was written.',
      fr: "L'index contient des vecteurs de {already} nombres ; les nouveaux en ont {dimensions}. Rien n'a été écrit.",
    },
    hint: {
      en: 'Build the knowledge base again from the beginning.',
      fr: 'Reconstruisez la base documentaire depuis le début.',
    },
  },
} satisfies Catalog;
