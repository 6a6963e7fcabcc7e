import type { Catalog } from '../message-entry.ts';

/** What a model's provider, or the way to it, answers instead of an answer. */
export const providersMessages = {
  'address-not-valid': {
    title: { en: 'Not an address', fr: 'Ce n’est pas une adresse' },
    detail: {
      en: '"{address}" is not the address of a model server.',
      fr: '"{address}" n’est pas l’adresse d’un serveur de modèles.',
    },
    hint: {
      en: 'It begins with http:// or https:// and mostly ends with /v1.',
      fr: 'Elle commence par http:// ou https:// et finit le plus souvent par /v1.',
    },
  },
  'provider-key-refused': {
    title: { en: 'The key was refused', fr: 'La clé a été refusée' },
    detail: {
      en: '{origin} doesn’t accept the key, or no key was sent (status {status}).',
      fr: '{origin} n’accepte pas la clé, ou aucune clé n’a été envoyée (statut {status}).',
    },
    hint: {
      en: 'Check that the secret has the right text and may be sent to this address.',
      fr: 'Vérifiez que le secret contient le bon texte et qu’il peut être envoyé à cette adresse.',
    },
  },
  'provider-model-not-found': {
    title: { en: 'No such model there', fr: 'Modèle inconnu à cette adresse' },
    detail: {
      en: '{origin} doesn’t know the model "{model}", or the address is not quite right[[: {detail}]].',
      fr: '{origin} ne connaît pas le modèle "{model}", ou l’adresse n’est pas tout à fait juste[[ : {detail}]].',
    },
    hint: {
      en: 'Compare the name with the provider’s list, and the address with its documentation.',
      fr: 'Comparez le nom à la liste du fournisseur, et l’adresse à sa documentation.',
    },
  },
  'provider-rate-limited': {
    title: { en: 'Too many requests', fr: 'Trop de requêtes' },
    detail: {
      en: '{origin} takes no more requests for now[[: {detail}]].[[ It asks to wait {seconds:seconds}.]]',
      fr: '{origin} n’accepte plus de requêtes pour le moment[[ : {detail}]].[[ Il demande d’attendre {seconds:seconds}.]]',
    },
    hint: {
      en: 'Run fewer nodes at the same time, let the node try again, or look at your account there.',
      fr: 'Exécutez moins de nœuds à la fois, laissez le nœud réessayer, ou consultez votre compte.',
    },
  },
  'provider-refused': {
    title: { en: 'The provider refused', fr: 'Le fournisseur a refusé' },
    detail: {
      en: '{origin} refused the request (status {status})[[: {detail}]].',
      fr: '{origin} a refusé la requête (statut {status})[[ : {detail}]].',
    },
    hint: {
      en: 'If it doesn’t take a setting, such as a seed or a schema, turn that off at the model.',
      fr: 'S’il n’accepte pas un réglage, comme une graine ou un schéma, désactivez-le dans le modèle.',
    },
  },
  'provider-failed': {
    title: { en: 'The provider failed', fr: 'Le fournisseur a échoué' },
    detail: {
      en: '{origin} couldn’t answer (status {status})[[: {detail}]].',
      fr: '{origin} n’a pas pu répondre (statut {status})[[ : {detail}]].',
    },
    hint: { en: 'Try again in a while.', fr: 'Réessayez dans un moment.' },
  },
  'provider-unreachable': {
    title: { en: 'The provider doesn’t answer', fr: 'Le fournisseur ne répond pas' },
    detail: {
      en: 'No connection to {origin}[[: {detail}]].',
      fr: 'Pas de connexion à {origin}[[ : {detail}]].',
    },
    hint: {
      en: 'Check the address and the network, and whether the server runs.',
      fr: 'Vérifiez l’adresse et le réseau, et que le serveur tourne.',
    },
  },
  'provider-not-compatible': {
    title: { en: 'Not an answer of this API', fr: 'Ce n’est pas une réponse de cette API' },
    detail: {
      en: '{origin} answered, but not as the OpenAI API does[[: {detail}]].',
      fr: '{origin} a répondu, mais pas comme l’API d’OpenAI[[ : {detail}]].',
    },
    hint: {
      en: 'Check that the address is that of the API, mostly with /v1 at its end.',
      fr: 'Vérifiez que l’adresse est celle de l’API, le plus souvent avec /v1 à la fin.',
    },
  },
  'provider-stream-cut': {
    title: { en: 'The answer was cut off', fr: 'La réponse a été coupée' },
    detail: {
      en: 'The connection to {origin} ended in the middle of the answer.',
      fr: 'La connexion à {origin} s’est terminée au milieu de la réponse.',
    },
    hint: { en: 'Run it again.', fr: 'Relancez l’exécution.' },
  },
  'model-without-tools': {
    title: { en: 'A model without tools', fr: 'Un modèle sans outils' },
    detail: { en: '"{model}" can’t call tools.', fr: '"{model}" ne sait pas appeler d’outils.' },
    hint: { en: 'Choose another model.', fr: 'Choisissez un autre modèle.' },
  },
} satisfies Catalog;
