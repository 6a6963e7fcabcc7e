import type { Catalog } from '../message-entry.ts';

/** Values that are pinned, or edited to go on from. */
export const pinsMessages = {
  'given-unknown': {
    title: { en: 'A value for a node that is not there', fr: 'Une valeur pour un nœud absent' },
    detail: {
      en: 'A value was given for "{step}", which the flow does not have.',
      fr: 'Une valeur a été donnée pour "{step}", que le flux ne contient pas.',
    },
    hint: {
      en: 'Reload the page: the flow may have been changed elsewhere.',
      fr: 'Rechargez la page : le flux a pu être modifié ailleurs.',
    },
  },
  'pin-not-found': {
    title: { en: 'Nothing is pinned there', fr: 'Rien n’est épinglé là' },
    detail: { en: 'The node "{node}" has no pinned value.', fr: 'Le nœud "{node}" n’a pas de valeur épinglée.' },
    hint: {
      en: 'Reload the page: it may have been taken off elsewhere.',
      fr: 'Rechargez la page : elle a pu être retirée ailleurs.',
    },
  },
  'pin-too-large': {
    title: { en: 'Too large to be pinned', fr: 'Trop grand pour être épinglé' },
    detail: {
      en: 'The values take {size:bytes}; {limit:bytes} can be pinned on a node.',
      fr: 'Les valeurs occupent {size:bytes} ; un nœud peut en épingler {limit:bytes}.',
    },
    hint: {
      en: 'Pin a smaller value, such as a part of the list.',
      fr: 'Épinglez une valeur plus petite, par exemple une partie de la liste.',
    },
  },
  'basis-still-running': {
    title: { en: 'The run is going on', fr: 'L’exécution est en cours' },
    detail: {
      en: 'Another run can go on from the run "{id}" once that has ended.',
      fr: 'On ne peut repartir de l’exécution "{id}" qu’une fois terminée.',
    },
    hint: { en: 'Wait for its end, or stop it.', fr: 'Attendez sa fin, ou arrêtez-la.' },
  },
} satisfies Catalog;
