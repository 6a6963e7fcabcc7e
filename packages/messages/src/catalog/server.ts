import type { Catalog } from '../message-entry.ts';

/** Requests that the server refuses. */
export const serverMessages = {
  'body-not-a-form': {
    title: { en: 'Not an upload', fr: "Ce n'est pas un envoi de fichier" },
    detail: {
      en: 'The request is not a form with one file in the field "file".',
      fr: 'La requête n\'est pas un formulaire avec un fichier dans le champ "file".',
    },
    hint: {
      en: 'Send it as multipart/form-data with the file in this field.',
      fr: 'Envoyez-la en multipart/form-data, avec le fichier dans ce champ.',
    },
  },
  'body-not-json': {
    title: { en: 'Not JSON', fr: "Ce n'est pas du JSON" },
    detail: {
      en: 'The body of the request is not JSON.[[ The mistake is in line {line}, column {column}.]]',
      fr: "Le corps de la requête n'est pas du JSON.[[ L'erreur est ligne {line}, colonne {column}.]]",
    },
    hint: { en: 'Correct the JSON and send it again.', fr: 'Corrigez le JSON et renvoyez-le.' },
  },
  'body-too-deep': {
    title: { en: 'Nested too deep', fr: 'Imbrication trop profonde' },
    detail: {
      en: 'The body of the request holds objects within objects more than {most} levels deep.',
      fr: 'Le corps de la requête imbrique des objets sur plus de {most} niveaux.',
    },
    hint: { en: 'Send it with less nesting.', fr: "Envoyez-le avec moins d'imbrications." },
  },
  'body-too-large': {
    title: { en: 'Too large', fr: 'Trop volumineux' },
    detail: { en: 'The body of the request is over 16 MB.', fr: 'Le corps de la requête dépasse 16 Mo.' },
    hint: { en: 'Upload large contents as a file.', fr: 'Envoyez les gros contenus sous forme de fichier.' },
  },
  'body-type': {
    title: { en: 'Wrong type of body', fr: 'Type de contenu refusé' },
    detail: {
      en: 'The API takes application/json, and multipart/form-data for files. This request is of the type "{type}".',
      fr: 'L\'API accepte application/json, et multipart/form-data pour les fichiers. Cette requête est de type "{type}".',
    },
    hint: {
      en: 'Set the header Content-Type to one of these.',
      fr: "Donnez à l'en-tête Content-Type une de ces valeurs.",
    },
  },
  'host-foreign': {
    title: { en: 'Wrong address', fr: 'Mauvaise adresse' },
    detail: {
      en: 'Jacquard was called by the name "{host}", which it doesn\'t know as its own.',
      fr: 'Jacquard a été appelé sous le nom "{host}", qu\'il ne connaît pas comme le sien.',
    },
    hint: {
      en: 'Open it by the address that it printed when it started. For another name, start it with JACQUARD_PUBLIC_URL.',
      fr: "Ouvrez-le par l'adresse affichée à son démarrage. Pour un autre nom, démarrez-le avec JACQUARD_PUBLIC_URL.",
    },
  },
  'host-not-usable': {
    title: { en: 'Address not usable', fr: 'Adresse inutilisable' },
    detail: {
      en: "Jacquard can't listen on the address {host} ({reason}).",
      fr: "Jacquard ne peut pas écouter sur l'adresse {host} ({reason}).",
    },
    hint: { en: 'Leave HOST out, or set it to 127.0.0.1.', fr: 'Retirez HOST, ou donnez-lui 127.0.0.1.' },
  },
  'not-published': {
    title: { en: 'Not published', fr: 'Pas publié' },
    detail: { en: 'The flow "{id}" has no published version.', fr: 'Le flux "{id}" n\'a pas de version publiée.' },
    hint: {
      en: 'Call "{id}@draft" for what the canvas shows.',
      fr: 'Appelez "{id}@draft" pour ce que montre le canevas.',
    },
  },
  'origin-foreign': {
    title: { en: 'Refused', fr: 'Refusé' },
    detail: {
      en: 'This request came from the page of another site[[ ({origin})]].',
      fr: "Cette requête vient de la page d'un autre site[[ ({origin})]].",
    },
    hint: {
      en: 'Use Jacquard in its own page, or call the API from a program.',
      fr: "Utilisez Jacquard dans sa propre page, ou appelez l'API depuis un programme.",
    },
  },
  'path-not-found': {
    title: { en: 'Not found', fr: 'Introuvable' },
    detail: { en: 'There is nothing at {path}.', fr: "Il n'y a rien à l'adresse {path}." },
    hint: {
      en: 'Check the address; the API begins with /api/v1.',
      fr: "Vérifiez l'adresse ; l'API commence par /api/v1.",
    },
  },
  'port-in-use': {
    title: { en: 'Port in use', fr: 'Port occupé' },
    detail: {
      en: 'Another program listens on port {port} of {host}; perhaps Jacquard runs already.',
      fr: 'Un autre programme écoute sur le port {port} de {host} ; peut-être que Jacquard tourne déjà.',
    },
    hint: {
      en: 'Open that one, or start this one with another port: jacquard start --port 1805.',
      fr: 'Ouvrez-le, ou choisissez un autre port : jacquard start --port 1805.',
    },
  },
  'port-not-allowed': {
    title: { en: 'Port not allowed', fr: 'Port interdit' },
    detail: {
      en: 'The system does not let Jacquard listen on port {port}.',
      fr: "Le système n'autorise pas Jacquard à écouter sur le port {port}.",
    },
    hint: {
      en: 'Choose one above 1023: jacquard start --port 1804.',
      fr: 'Choisissez-en un au-dessus de 1023 : jacquard start --port 1804.',
    },
  },
  'request-invalid': {
    title: { en: 'Request not understood', fr: 'Requête non comprise' },
    detail: {
      en: 'A part of the request is not as it should be[[: {field} ({reason})]].',
      fr: "Une partie de la requête n'est pas conforme[[ : {field} ({reason})]].",
    },
    hint: { en: 'Correct this part and send the request again.', fr: 'Corrigez cette partie et renvoyez la requête.' },
  },
  'revision-missing': {
    title: { en: 'Revision missing', fr: 'Révision manquante' },
    detail: {
      en: 'Saving or deleting the flow "{id}" takes the revision that was read, so that nobody\'s work is lost.',
      fr: 'Enregistrer ou supprimer le flux "{id}" demande la révision qui a été lue, pour que le travail de personne ne soit perdu.',
    },
    hint: { en: 'Send If-Match with the ETag of the flow.', fr: "Envoyez If-Match avec l'ETag du flux." },
  },
  'too-many-watches': {
    title: { en: 'Too many runs watched', fr: "Trop d'exécutions suivies" },
    detail: {
      en: 'One connection may watch {limit} runs at once.',
      fr: 'Une connexion peut suivre {limit} exécutions à la fois.',
    },
    hint: {
      en: 'Close some runs, or open another connection.',
      fr: 'Fermez des exécutions, ou ouvrez une autre connexion.',
    },
  },
  unexpected: {
    title: { en: 'Something went wrong', fr: 'Un problème est survenu' },
    detail: {
      en: 'Jacquard made a mistake. Nothing of yours was lost.',
      fr: "Jacquard a commis une erreur. Rien de votre travail n'a été perdu.",
    },
    hint: {
      en: 'Try again. If it happens again, the log of the server says more.',
      fr: 'Réessayez. Si cela se reproduit, le journal du serveur en dit plus.',
    },
  },
  'version-not-found': {
    title: { en: 'No such version', fr: 'Version introuvable' },
    detail: {
      en: 'The flow "{id}" has no version "{version}".',
      fr: 'Le flux "{id}" n\'a pas de version "{version}".',
    },
    hint: { en: 'Choose one of the versions of the flow.', fr: 'Choisissez une des versions du flux.' },
  },
  'web-not-built': {
    title: { en: 'The canvas is not built', fr: "Le canevas n'est pas construit" },
    detail: {
      en: 'The server runs, and the pages of the canvas are missing.',
      fr: 'Le serveur tourne, mais les pages du canevas manquent.',
    },
    hint: { en: 'Start with "npm start", which builds them.', fr: 'Démarrez par "npm start", qui les construit.' },
  },
} satisfies Catalog;
