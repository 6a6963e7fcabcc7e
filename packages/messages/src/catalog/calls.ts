import type { Catalog } from '../message-entry.ts';

/** Calls from outside: keys by which they are known again, webhooks, streams. */
export const callsMessages = {
  'idempotency-key-reused': {
    title: { en: 'Key used for another call', fr: 'Clé déjà prise par un autre appel' },
    detail: {
      en: 'The idempotency key "{key}" came with another call before. Nothing was run.',
      fr: 'La clé d’idempotence « {key} » a déjà accompagné un autre appel. Rien n’a été exécuté.',
    },
    hint: {
      en: 'Send the very same call again, or choose a new key for this one.',
      fr: 'Renvoyez exactement le même appel, ou choisissez une nouvelle clé pour celui-ci.',
    },
  },
  'idempotency-key-invalid': {
    title: { en: 'Idempotency key not valid', fr: 'Clé d’idempotence non valide' },
    detail: {
      en: 'The header Idempotency-Key holds 1 to {most} letters, digits and signs of ASCII, without spaces.',
      fr: 'L’en-tête Idempotency-Key contient de 1 à {most} lettres, chiffres et signes ASCII, sans espace.',
    },
    hint: { en: 'A UUID is a good key.', fr: 'Un UUID est une bonne clé.' },
  },
  'call-key-taken': {
    title: { en: 'Already begun', fr: 'Déjà commencé' },
    detail: {
      en: 'Another process began this call at the same moment.',
      fr: 'Un autre processus a commencé cet appel au même moment.',
    },
    hint: { en: 'Send the call again: it finds that run.', fr: 'Renvoyez l’appel : il retrouvera cette exécution.' },
  },
  'webhook-refused': {
    title: { en: 'Not an address', fr: 'Ce n’est pas une adresse' },
    detail: {
      en: 'The webhook’s address "{url}" can’t be read as one.',
      fr: 'L’adresse du webhook, « {url} », ne se lit pas comme une adresse.',
    },
    hint: {
      en: 'Give it in full: https://example.com/hook.',
      fr: 'Donnez-la en entier : https://example.com/hook.',
    },
  },
  'webhook-elsewhere': {
    title: { en: 'No webhook here', fr: 'Pas de webhook ici' },
    detail: {
      en: 'A webhook tells the end of a run that nobody waits for. This call waits for its answer.',
      fr: 'Un webhook annonce la fin d’une exécution que personne n’attend. Cet appel attend sa réponse.',
    },
    hint: { en: 'Start the run with POST …/runs.', fr: 'Lancez l’exécution avec POST …/runs.' },
  },
  'batch-too-large': {
    title: { en: 'Too many at once', fr: 'Trop d’éléments à la fois' },
    detail: {
      en: 'A batch holds at most {most} items, and this one holds {count}.',
      fr: 'Un lot contient au plus {most} éléments, et celui-ci en contient {count}.',
    },
    hint: { en: 'Send it in several batches.', fr: 'Envoyez-le en plusieurs lots.' },
  },
  'batch-stopped': {
    title: { en: 'Not begun', fr: 'Pas commencé' },
    detail: {
      en: 'The caller left before this item’s turn.',
      fr: 'L’appelant est parti avant le tour de cet élément.',
    },
    hint: { en: 'Send this item again.', fr: 'Renvoyez cet élément.' },
  },
  'session-busy': {
    title: { en: 'Not your turn yet', fr: 'Ce n’est pas encore votre tour' },
    detail: {
      en: 'Another run of this conversation goes on, and the time that the call waits is up. Nothing was run.',
      fr: 'Une autre exécution de cette conversation est en cours, et le délai de l’appel est passé. Rien n’a été exécuté.',
    },
    hint: { en: 'Send the call again, or wait longer.', fr: 'Renvoyez l’appel, ou attendez plus longtemps.' },
  },
  'session-twice': {
    title: { en: 'Which conversation?', fr: 'Quelle conversation ?' },
    detail: {
      en: 'The call names a session and asks for a new one.',
      fr: 'L’appel désigne une session et en demande une nouvelle.',
    },
    hint: { en: 'Send either sessionId or "session": "new".', fr: 'Envoyez sessionId ou bien "session": "new".' },
  },
  'too-many-streams': {
    title: { en: 'Too many streams', fr: 'Trop de flux ouverts' },
    detail: {
      en: 'One caller may have {limit} streams of events open at once.',
      fr: 'Un même appelant peut garder {limit} flux d’événements ouverts à la fois.',
    },
    hint: {
      en: 'Close some, or ask for the state of runs instead.',
      fr: 'Fermez-en, ou demandez plutôt l’état des exécutions.',
    },
  },
  'not-acceptable': {
    title: { en: 'Not in that form', fr: 'Pas sous cette forme' },
    detail: {
      en: 'This address answers as {types}, and the request takes none of them.',
      fr: 'Cette adresse répond en {types}, et la requête n’en accepte aucun.',
    },
    hint: { en: 'Set the header Accept to one of these.', fr: 'Donnez à l’en-tête Accept une de ces valeurs.' },
  },
  'body-encoded': {
    title: { en: 'Compressed body', fr: 'Corps compressé' },
    detail: {
      en: 'The API takes bodies as they are, and this one is encoded as "{encoding}".',
      fr: 'L’API prend les corps tels quels, et celui-ci est encodé en « {encoding} ».',
    },
    hint: { en: 'Send it without Content-Encoding.', fr: 'Envoyez-le sans Content-Encoding.' },
  },
  'body-key-refused': {
    title: { en: 'Name not allowed', fr: 'Nom non autorisé' },
    detail: {
      en: 'An object in the body has a member "{name}".',
      fr: 'Un objet du corps de la requête a un membre « {name} ».',
    },
    hint: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
  },
  'request-malformed': {
    title: { en: 'Not HTTP', fr: 'Ce n’est pas du HTTP' },
    detail: {
      en: 'The server can’t read this request.',
      fr: 'Le serveur ne sait pas lire cette requête.',
    },
    hint: {
      en: 'Check what sends it, and what stands between.',
      fr: 'Vérifiez ce qui l’envoie, et ce qui se trouve entre les deux.',
    },
  },
  'request-headers-too-large': {
    title: { en: 'Headers too large', fr: 'En-têtes trop volumineux' },
    detail: {
      en: 'The headers of the request are over 16 kB.',
      fr: 'Les en-têtes de la requête dépassent 16 ko.',
    },
    hint: { en: 'Send less in headers.', fr: 'Envoyez moins d’en-têtes.' },
  },
  'request-too-slow': {
    title: { en: 'Too slow', fr: 'Trop lent' },
    detail: {
      en: 'The request did not arrive in time.',
      fr: 'La requête n’est pas arrivée à temps.',
    },
    hint: { en: 'Send it again.', fr: 'Renvoyez-la.' },
  },
} as const satisfies Catalog;
