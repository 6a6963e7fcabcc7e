import type { Catalog } from '../message-entry.ts';

/** Runs, conversations, files and secrets as they are kept. */
export const runStoreMessages = {
  'run-not-found': {
    title: { en: 'No such run', fr: 'Exécution introuvable' },
    detail: { en: 'There is no run "{id}".', fr: 'Il n\'y a pas d\'exécution "{id}".' },
    hint: {
      en: 'Old runs are removed unless they are pinned.',
      fr: 'Les exécutions anciennes sont retirées, sauf si elles sont épinglées.',
    },
  },
  'run-exists': {
    title: { en: 'Run already there', fr: 'Exécution déjà présente' },
    detail: { en: 'There is already a run "{id}".', fr: 'Il y a déjà une exécution "{id}".' },
    hint: { en: 'Start the run without an id of your own.', fr: "Lancez l'exécution sans identifiant choisi." },
  },
  'run-ended': {
    title: { en: 'The run has ended', fr: "L'exécution est terminée" },
    detail: {
      en: 'The run "{id}" has already ended and takes no more.',
      fr: 'L\'exécution "{id}" est déjà terminée et n\'accepte plus rien.',
    },
    hint: { en: 'Start a new run.', fr: 'Lancez une nouvelle exécution.' },
  },
  'run-lease-lost': {
    title: { en: 'Another process goes on with it', fr: 'Un autre processus la poursuit' },
    detail: {
      en: 'Another process of Jacquard has taken over the run "{id}", because this one did not answer for a while.',
      fr: 'Un autre processus de Jacquard a repris l\'exécution "{id}", parce que celui-ci n\'a pas répondu pendant un moment.',
    },
    hint: {
      en: 'Watch the run there, and start Jacquard only once on a folder.',
      fr: "Suivez l'exécution là-bas, et ne démarrez Jacquard qu'une fois par dossier.",
    },
  },
  'run-log-gap': {
    title: { en: 'The record of the run has a gap', fr: "Le journal de l'exécution a une lacune" },
    detail: {
      en: 'Event {expected} of the run "{id}" was expected, and event {found} came. It was not recorded.',
      fr: "L'événement {expected} de l'exécution \"{id}\" était attendu, et l'événement {found} est arrivé. Il n'a pas été enregistré.",
    },
    hint: {
      en: 'Run the flow again; if it comes back, please report it.',
      fr: 'Relancez le flux ; si cela se reproduit, merci de le signaler.',
    },
  },
  'run-still-running': {
    title: { en: 'The run is going on', fr: "L'exécution est en cours" },
    detail: {
      en: 'The run "{id}" is still going on and can\'t be deleted.',
      fr: 'L\'exécution "{id}" est encore en cours et ne peut pas être supprimée.',
    },
    hint: { en: 'Stop it first.', fr: "Arrêtez-la d'abord." },
  },
  'session-not-found': {
    title: { en: 'No such conversation', fr: 'Conversation introuvable' },
    detail: { en: 'There is no conversation "{id}".', fr: 'Il n\'y a pas de conversation "{id}".' },
    hint: { en: 'It may have been deleted.', fr: 'Elle a peut-être été supprimée.' },
  },
  'session-exists': {
    title: { en: 'Conversation already there', fr: 'Conversation déjà présente' },
    detail: { en: 'There is already a conversation "{id}".', fr: 'Il y a déjà une conversation "{id}".' },
    hint: { en: 'Open the conversation that is there.', fr: 'Ouvrez la conversation existante.' },
  },
  'message-not-found': {
    title: { en: 'No such message', fr: 'Message introuvable' },
    detail: {
      en: 'The conversation "{session}" has no message "{id}".',
      fr: 'La conversation "{session}" n\'a pas de message "{id}".',
    },
    hint: { en: 'Reload the conversation.', fr: 'Rechargez la conversation.' },
  },
  'file-not-found': {
    title: { en: 'No such file', fr: 'Fichier introuvable' },
    detail: { en: 'The file "{name}" is not there.', fr: 'Le fichier "{name}" n\'est pas là.' },
    hint: { en: 'Choose it again.', fr: 'Choisissez-le à nouveau.' },
  },
  'file-too-large': {
    title: { en: 'The file is too large', fr: 'Le fichier est trop grand' },
    detail: {
      en: '"{name}" is larger than {maxBytes:bytes}, the most that is taken here. Nothing of it was kept.',
      fr: '"{name}" dépasse {maxBytes:bytes}, la taille maximale acceptée ici. Rien n\'en a été conservé.',
    },
    hint: {
      en: "Split the file, or leave out what isn't needed.",
      fr: "Divisez le fichier, ou retirez ce qui n'est pas nécessaire.",
    },
  },
  'file-damaged': {
    title: { en: 'The file is damaged', fr: 'Le fichier est abîmé' },
    detail: {
      en: 'The stored bytes of "{name}" are missing or have changed on the disk ({file}).',
      fr: 'Le contenu enregistré de "{name}" manque ou a changé sur le disque ({file}).',
    },
    hint: {
      en: 'Upload the file again, or restore the folder from a backup.',
      fr: 'Téléversez à nouveau le fichier, ou rétablissez le dossier depuis une sauvegarde.',
    },
  },
  'secret-name-invalid': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: '"{name}" can\'t be the name of a secret: names begin with a small letter and hold small letters, digits and hyphens.',
      fr: '"{name}" ne peut pas être le nom d\'un secret : un nom commence par une minuscule et contient des minuscules, des chiffres et des traits d\'union.',
    },
    hint: { en: 'Choose another name, such as my-key.', fr: 'Choisissez un autre nom, par exemple ma-cle.' },
  },
  'secret-origin-invalid': {
    title: { en: 'Not a web address', fr: "Ce n'est pas une adresse web" },
    detail: {
      en: '"{origin}" is no address that a secret could be sent to.',
      fr: '"{origin}" n\'est pas une adresse à laquelle un secret pourrait être envoyé.',
    },
    hint: {
      en: 'Write it like https://api.example.com.',
      fr: 'Écrivez-la comme https://api.example.com.',
    },
  },
  'secret-unreadable': {
    title: { en: "The secret can't be opened", fr: 'Le secret ne peut pas être ouvert' },
    detail: {
      en: 'The secret "{name}" doesn\'t open with the key of this home: one of the two was changed or comes from elsewhere.',
      fr: "Le secret \"{name}\" ne s'ouvre pas avec la clé de ce dossier : l'un des deux a été modifié ou vient d'ailleurs.",
    },
    hint: { en: 'Enter the secret again.', fr: 'Saisissez à nouveau le secret.' },
  },
  'secret-key-missing': {
    title: { en: 'The key of the secrets is missing', fr: 'La clé des secrets manque' },
    detail: {
      en: 'There are secrets, but not the file {file} that opens them.',
      fr: 'Il y a des secrets, mais pas le fichier {file} qui les ouvre.',
    },
    hint: {
      en: 'Put the file back from a backup, or delete the secrets and enter them again.',
      fr: 'Remettez le fichier depuis une sauvegarde, ou supprimez les secrets et saisissez-les à nouveau.',
    },
  },
  'secret-key-damaged': {
    title: { en: 'The key of the secrets is damaged', fr: 'La clé des secrets est abîmée' },
    detail: {
      en: "The file {file} doesn't hold a key. It was left as it is.",
      fr: 'Le fichier {file} ne contient pas de clé. Il a été laissé tel quel.',
    },
    hint: {
      en: 'Put it back from a backup, or move it away, delete the secrets and enter them again.',
      fr: 'Remettez-le depuis une sauvegarde, ou déplacez-le, supprimez les secrets et saisissez-les à nouveau.',
    },
  },
} satisfies Catalog;
