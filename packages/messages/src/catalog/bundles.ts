import type { Catalog } from '../message-entry.ts';

/** Bundles: one zip of a flow with what it names. */
export const bundleMessages = {
  'bundle-damaged': {
    title: { en: 'Not a bundle', fr: "Ce n'est pas un paquet" },
    detail: {
      en: 'This file is no zip, or it is damaged. Nothing was taken from it.',
      fr: "Ce fichier n'est pas une archive zip, ou il est abîmé. Rien n'en a été repris.",
    },
    hint: { en: 'Fetch it again from where it came.', fr: "Récupérez-le de nouveau là d'où il vient." },
  },
  'bundle-unsafe': {
    title: { en: 'This bundle was refused', fr: 'Ce paquet a été refusé' },
    detail: {
      en: "It holds an entry that can't be taken in: {name} ({reason:word}). Nothing was taken from it.",
      fr: "Il contient une entrée qui ne peut pas être reprise : {name} ({reason:word}). Rien n'en a été repris.",
    },
    hint: {
      en: 'Ask who gave it to you to make it again with Jacquard.',
      fr: "Demandez à la personne qui vous l'a donné de le refaire avec Jacquard.",
    },
  },
  'bundle-too-large': {
    title: { en: 'This bundle is too large', fr: 'Ce paquet est trop grand' },
    detail: {
      en: 'It passes a limit of bundles: [[{limit}]][[{bytes:bytes}]] {what:word}. Nothing was taken from it.',
      fr: "Il dépasse une limite des paquets : [[{limit}]][[{bytes:bytes}]] {what:word}. Rien n'en a été repris.",
    },
    hint: {
      en: 'Make a bundle with fewer or smaller documents.',
      fr: 'Faites un paquet avec des documents moins nombreux ou plus petits.',
    },
  },
  'bundle-without-flow': {
    title: { en: 'Which flow is it?', fr: 'De quel flux s’agit-il ?' },
    detail: {
      en: 'A bundle holds one flow and what it runs. In this one, {flows} {flows|flow is|flows are} run by no other.',
      fr: "Un paquet contient un flux et ce qu'il exécute. Dans celui-ci, {flows} {flows|flux n'est exécuté|flux ne sont exécutés} par aucun autre.",
    },
    hint: {
      en: 'Unpack it and open the folder as a project, or import its flows one by one.',
      fr: 'Décompressez-le et ouvrez le dossier comme projet, ou importez ses flux un par un.',
    },
  },
} satisfies Catalog;
