import type { Catalog } from '../message-entry.ts';

/** Who may do what. */
export const accessMessages = {
  'login-needed': {
    title: { en: 'Sign in', fr: 'Identifiez-vous' },
    detail: {
      en: 'Jacquard answers this only to those who have signed in, or who show a key.',
      fr: 'Jacquard ne répond ici qu’aux personnes identifiées, ou qui présentent une clé.',
    },
    hint: {
      en: 'Sign in on the page, or send a key in the header "Authorization: Bearer".',
      fr: 'Identifiez-vous sur la page, ou envoyez une clé dans l’en-tête « Authorization: Bearer ».',
    },
  },
  'right-missing': {
    title: { en: 'Not allowed', fr: 'Non autorisé' },
    detail: { en: 'This key may not do that ({action}).', fr: 'Cette clé ne le permet pas ({action}).' },
    hint: {
      en: 'Make a key that may, or ask whoever runs this server.',
      fr: 'Créez une clé qui le permet, ou demandez à qui gère ce serveur.',
    },
  },
  'key-unknown': {
    title: { en: 'Unknown key', fr: 'Clé inconnue' },
    detail: {
      en: 'There is no such key: it never was one, has expired, or was revoked.',
      fr: 'Cette clé n’existe pas : elle n’en a jamais été une, a expiré, ou a été révoquée.',
    },
    hint: {
      en: 'Check the header "Authorization: Bearer", or ask for a new key.',
      fr: 'Vérifiez l’en-tête « Authorization: Bearer », ou demandez une nouvelle clé.',
    },
  },
  'limit-reached': {
    title: { en: 'Limit reached', fr: 'Limite atteinte' },
    detail: {
      en: 'This key has used up what it may: {limit:word}, {most}.',
      fr: 'Cette clé a épuisé ce qui lui est permis : {limit:word}, {most}.',
    },
    hint: {
      en: 'Wait until it counts anew, or ask whoever runs this server for more.',
      fr: 'Attendez que le compte reparte, ou demandez davantage à qui gère ce serveur.',
    },
  },
  'key-not-found': {
    title: { en: 'No such key', fr: 'Clé absente' },
    detail: { en: 'There is no key[[ "{id}"]].', fr: 'Il n’y a pas de clé[[ « {id} »]].' },
    hint: { en: 'The list of keys shows those that there are.', fr: 'La liste des clés montre celles qui existent.' },
  },
  'key-of-environment': {
    title: { en: 'Key of the environment', fr: 'Clé de l’environnement' },
    detail: {
      en: 'This key comes from JACQUARD_API_KEYS and can’t be revoked here.',
      fr: 'Cette clé vient de JACQUARD_API_KEYS et ne peut pas être révoquée ici.',
    },
    hint: { en: 'Take it out of the variable and start again.', fr: 'Retirez-la de la variable et redémarrez.' },
  },
  'key-missing': {
    title: { en: 'No key yet', fr: 'Pas encore de clé' },
    detail: {
      en: 'Jacquard was told to answer programs on an address that others reach, and there is no key that one could show.',
      fr: 'Jacquard doit répondre à des programmes sur une adresse accessible à d’autres, et aucune clé n’existe qu’ils puissent présenter.',
    },
    hint: {
      en: 'Set JACQUARD_API_KEYS, or make a key in the app first.',
      fr: 'Renseignez JACQUARD_API_KEYS, ou créez d’abord une clé dans l’application.',
    },
  },
  'api-key-too-short': {
    title: { en: 'Key too short', fr: 'Clé trop courte' },
    detail: {
      en: 'A key in JACQUARD_API_KEYS has fewer than {shortest} characters: it could be guessed.',
      fr: 'Une clé de JACQUARD_API_KEYS a moins de {shortest} caractères : on pourrait la deviner.',
    },
    hint: {
      en: 'Use a random one, as "openssl rand -hex 24" makes it.',
      fr: 'Prenez-en une aléatoire, comme en produit « openssl rand -hex 24 ».',
    },
  },
  'too-many-keys': {
    title: { en: 'Too many keys', fr: 'Trop de clés' },
    detail: { en: 'There are {most} keys already.', fr: 'Il y a déjà {most} clés.' },
    hint: {
      en: 'Revoke those that aren’t used. They leave the list after 90 days.',
      fr: 'Révoquez celles qui ne servent plus. Elles quittent la liste après 90 jours.',
    },
  },
  'password-wrong': {
    title: { en: 'Wrong password', fr: 'Mot de passe erroné' },
    detail: { en: 'This is not the password.', fr: 'Ce n’est pas le mot de passe.' },
    hint: {
      en: 'If it is lost, start Jacquard with JACQUARD_PASSWORD.',
      fr: 'S’il est perdu, démarrez Jacquard avec JACQUARD_PASSWORD.',
    },
  },
  'password-exists': {
    title: { en: 'There is a password', fr: 'Il y a un mot de passe' },
    detail: {
      en: 'A password is set already. To change it, the old one is needed.',
      fr: 'Un mot de passe existe déjà. Pour le changer, il faut l’ancien.',
    },
    hint: { en: 'Give the old password, too.', fr: 'Donnez aussi l’ancien mot de passe.' },
  },
  'password-not-set': {
    title: { en: 'No password', fr: 'Pas de mot de passe' },
    detail: {
      en: 'No password is set, so that nobody can sign in: only programs with a key are answered.',
      fr: 'Aucun mot de passe n’est défini, et personne ne peut s’identifier : seuls les programmes avec une clé ont une réponse.',
    },
    hint: {
      en: 'Start Jacquard with JACQUARD_PASSWORD.',
      fr: 'Démarrez Jacquard avec JACQUARD_PASSWORD.',
    },
  },
  'password-of-environment': {
    title: { en: 'Password of the environment', fr: 'Mot de passe de l’environnement' },
    detail: {
      en: 'The password comes from JACQUARD_PASSWORD and can’t be changed here.',
      fr: 'Le mot de passe vient de JACQUARD_PASSWORD et ne peut pas être changé ici.',
    },
    hint: { en: 'Change the variable and start again.', fr: 'Changez la variable et redémarrez.' },
  },
  'login-too-often': {
    title: { en: 'Too many tries', fr: 'Trop d’essais' },
    detail: {
      en: 'The password was tried too often. The next try is in {wait} {wait|second|seconds}.',
      fr: 'Le mot de passe a été essayé trop souvent. Prochain essai dans {wait} {wait|seconde|secondes}.',
    },
    hint: {
      en: 'Whoever has forgotten it starts Jacquard with JACQUARD_PASSWORD.',
      fr: 'Qui l’a oublié démarre Jacquard avec JACQUARD_PASSWORD.',
    },
  },
  'login-busy': {
    title: { en: 'Busy', fr: 'Occupé' },
    detail: {
      en: 'Too many people are signing in at this moment.',
      fr: 'Trop de personnes s’identifient en ce moment.',
    },
    hint: { en: 'Try again in a few seconds.', fr: 'Réessayez dans quelques secondes.' },
  },
  'login-not-found': {
    title: { en: 'No such sign-in', fr: 'Connexion absente' },
    detail: { en: 'This browser is not signed in any more.', fr: 'Ce navigateur n’est plus identifié.' },
    hint: { en: 'The list shows those that are.', fr: 'La liste montre ceux qui le sont.' },
  },
  'setup-link-used': {
    title: { en: 'Link not valid', fr: 'Lien non valable' },
    detail: {
      en: 'This link was used before, is older than an hour, or is not the one that was printed last.',
      fr: 'Ce lien a déjà servi, date de plus d’une heure, ou n’est pas le dernier qui a été affiché.',
    },
    hint: {
      en: 'Start Jacquard again: it prints a new one.',
      fr: 'Redémarrez Jacquard : il en affiche un nouveau.',
    },
  },
  locked: {
    title: { en: 'Waiting for its first password', fr: 'En attente de son premier mot de passe' },
    detail: {
      en: 'Nobody can sign in yet: the first password is set by the link that Jacquard printed when it started.',
      fr: 'Personne ne peut encore s’identifier : le premier mot de passe se définit par le lien que Jacquard a affiché à son démarrage.',
    },
    hint: {
      en: 'Open that link, or start Jacquard with JACQUARD_PASSWORD or JACQUARD_API_KEYS.',
      fr: 'Ouvrez ce lien, ou démarrez Jacquard avec JACQUARD_PASSWORD ou JACQUARD_API_KEYS.',
    },
  },
  'method-not-allowed': {
    title: { en: 'Method not allowed', fr: 'Méthode non autorisée' },
    detail: {
      en: 'This address can’t be asked with {method}, only with {methods}.',
      fr: 'Cette adresse ne répond pas à {method}, seulement à {methods}.',
    },
    hint: {
      en: 'The API’s reference says what each address takes.',
      fr: 'La référence de l’API dit ce que prend chaque adresse.',
    },
  },
} as const satisfies Catalog;
