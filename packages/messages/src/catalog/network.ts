import type { Catalog } from '../message-entry.ts';

/** Requests to the network that were refused or failed. */
export const networkMessages = {
  'network-refused': {
    title: { en: 'The request was not sent', fr: 'La requête n’a pas été envoyée' },
    detail: {
      en: 'Nothing was sent to {host}: {why:word}[[ ({address})]].',
      fr: 'Rien n’a été envoyé à {host} : {why:word}[[ ({address})]].',
    },
    hint: {
      en: 'If it is meant to be reached, the operator of this installation can allow it with JACQUARD_ALLOWED_HOSTS or JACQUARD_NETWORK.',
      fr: 'Si cette adresse doit être jointe, l’exploitant de cette installation peut l’autoriser par JACQUARD_ALLOWED_HOSTS ou JACQUARD_NETWORK.',
    },
  },
  'network-unreachable': {
    title: { en: 'Not reachable', fr: 'Injoignable' },
    detail: {
      en: '{host} can’t be reached[[ by the proxy {proxy}]]: {why:word}.',
      fr: '{host} est injoignable[[ par le proxy {proxy}]] : {why:word}.',
    },
    hint: {
      en: 'Check the address, that the server is running, and your connection; behind a proxy, set HTTPS_PROXY.',
      fr: 'Vérifiez l’adresse, que le serveur fonctionne, et votre connexion ; derrière un proxy, définissez HTTPS_PROXY.',
    },
  },
  'network-untrusted': {
    title: { en: 'The server could not prove who it is', fr: 'Le serveur n’a pas pu prouver son identité' },
    detail: {
      en: 'The certificate of {host} isn’t accepted ({reason}). Nothing was sent.',
      fr: 'Le certificat de {host} n’est pas accepté ({reason}). Rien n’a été envoyé.',
    },
    hint: {
      en: 'In a company’s network, add its certificate to the system’s, or name it in NODE_EXTRA_CA_CERTS.',
      fr: 'Dans un réseau d’entreprise, ajoutez son certificat à ceux du système, ou indiquez-le dans NODE_EXTRA_CA_CERTS.',
    },
  },
  'network-timeout': {
    title: { en: 'No answer in time', fr: 'Pas de réponse à temps' },
    detail: {
      en: '{host} took too long[[ by the proxy {proxy}]].',
      fr: '{host} a mis trop de temps[[ par le proxy {proxy}]].',
    },
    hint: { en: 'Try again in a while.', fr: 'Réessayez dans un moment.' },
  },
  'network-interrupted': {
    title: { en: 'The connection broke', fr: 'La connexion a été coupée' },
    detail: {
      en: 'The connection to {host}[[ by the proxy {proxy}]] broke before the answer was complete ({reason}).',
      fr: 'La connexion à {host}[[ par le proxy {proxy}]] a été coupée avant la fin de la réponse ({reason}).',
    },
    hint: { en: 'Try again.', fr: 'Réessayez.' },
  },
  'network-too-many-redirects': {
    title: { en: 'Sent in circles', fr: 'Renvoyé en boucle' },
    detail: {
      en: '{host} redirected the request more than {most} times.',
      fr: '{host} a redirigé la requête plus de {most} fois.',
    },
    hint: { en: 'Check the address.', fr: 'Vérifiez l’adresse.' },
  },
  'answer-too-large': {
    title: { en: 'The answer is too large', fr: 'La réponse est trop grande' },
    detail: {
      en: '{host} sent more than {maxBytes:bytes}; the rest was not taken.',
      fr: '{host} a envoyé plus de {maxBytes:bytes} ; le reste n’a pas été pris.',
    },
    hint: { en: 'Ask for less of it at once.', fr: 'Demandez-en moins à la fois.' },
  },
  'secret-not-sendable': {
    title: { en: 'The secret is no key', fr: 'Le secret n’est pas une clé' },
    detail: {
      en: 'The text of the secret "{name}" can’t be sent: it is empty, or holds line breaks or signs that no key has. Nothing was sent.',
      fr: 'Le texte du secret "{name}" ne peut pas être envoyé : il est vide, ou contient des sauts de ligne ou des signes qu’aucune clé ne contient. Rien n’a été envoyé.',
    },
    hint: {
      en: 'Copy the key again, alone, and save the secret anew.',
      fr: 'Copiez de nouveau la clé, seule, et enregistrez à nouveau le secret.',
    },
  },
  'secret-origin-refused': {
    title: { en: 'The secret stays here', fr: 'Le secret reste ici' },
    detail: {
      en: 'The secret "{secret}" may not be sent to {origin}.[[ It is for: {origins}.]] Nothing was sent.',
      fr: 'Le secret "{secret}" ne peut pas être envoyé à {origin}.[[ Il est destiné à : {origins}.]] Rien n’a été envoyé.',
    },
    hint: {
      en: 'If that address is right, save the secret anew with it; for one of the environment, name it in JACQUARD_SECRET_…_ORIGINS. If you don’t know the address, leave it so.',
      fr: 'Si cette adresse est la bonne, enregistrez à nouveau le secret avec elle ; pour un secret de l’environnement, nommez-la dans JACQUARD_SECRET_…_ORIGINS. Si vous ne la connaissez pas, laissez les choses ainsi.',
    },
  },
} satisfies Catalog;
