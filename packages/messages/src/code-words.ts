import type { Words } from '@jacquard/flow';

/** Words that stand in params as codes: JSON's types, what a parser expected, why a source failed. */
const words: Readonly<Record<string, Words>> = {
  string: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  integer: { en: 'a whole number', fr: 'un nombre entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  object: { en: 'an object { }', fr: 'un objet { }' },
  array: { en: 'a list [ ]', fr: 'une liste [ ]' },
  null: { en: 'null', fr: 'null' },
  undefined: { en: 'nothing', fr: 'rien' },
  file: { en: 'a file', fr: 'un fichier' },
  'not-a-number': { en: 'no finite number', fr: 'un nombre non fini' },
  value: { en: 'a value', fr: 'une valeur' },
  key: { en: 'a key in double quotes', fr: 'une clé entre guillemets droits' },
  colon: { en: 'a colon', fr: 'deux-points' },
  'comma-or-end': { en: 'a comma or a closing bracket', fr: 'une virgule ou une fermeture' },
  'end-of-text': { en: 'the end of the file', fr: 'la fin du fichier' },
  'document-bytes': { en: 'in one file', fr: 'dans un fichier' },
  'document-text': { en: 'characters of text', fr: 'caractères de texte' },
  'document-blocks': { en: 'paragraphs', fr: 'paragraphes' },
  'document-cells': { en: 'cells of tables', fr: 'cellules de tableaux' },
  'document-pixels': { en: 'dots of a picture', fr: 'points d’image' },
  'document-pages': { en: 'pages', fr: 'pages' },
  'archive-entries': { en: 'files', fr: 'fichiers' },
  'archive-bytes': { en: 'in all', fr: 'en tout' },
  'archive-entry-bytes': { en: 'in one of its files', fr: 'dans un de ses fichiers' },
  'archive-ratio': { en: 'times its size', fr: 'fois sa taille' },
  'bundle-name': {
    en: 'its name leads out of its folder, or is none',
    fr: 'son nom mène hors de son dossier, ou n’en est pas un',
  },
  'bundle-link': { en: 'it is a link', fr: 'c’est un lien' },
  'bundle-encrypted': { en: 'it is encrypted', fr: 'elle est chiffrée' },
  'bundle-twice': { en: 'two would lie at one place', fr: 'deux seraient au même endroit' },
  'private-address': {
    en: 'its address is private, or this machine itself',
    fr: 'son adresse est privée, ou c’est cette machine elle-même',
  },
  'network-off': { en: 'the network is switched off here', fr: 'le réseau est désactivé ici' },
  'host-not-listed': {
    en: 'it isn’t among the hosts that are allowed here',
    fr: 'il ne fait pas partie des hôtes autorisés ici',
  },
  scheme: { en: 'only http and https addresses are possible', fr: 'seules les adresses http et https sont possibles' },
  credentials: {
    en: 'an address may not hold a name and a password',
    fr: 'une adresse ne peut pas contenir de nom et de mot de passe',
  },
  'not-an-address': { en: 'this is no address', fr: 'ce n’est pas une adresse' },
  'proxy-invalid': {
    en: 'the proxy in HTTPS_PROXY or HTTP_PROXY is no address',
    fr: 'le proxy de HTTPS_PROXY ou HTTP_PROXY n’est pas une adresse',
  },
  'name-unknown': { en: 'nobody knows this name', fr: 'ce nom est inconnu' },
  'connection-refused': { en: 'nothing answers there', fr: 'rien n’y répond' },
  'no-way': { en: 'there is no way to it from here', fr: 'aucun chemin n’y mène d’ici' },
  'no-tls': { en: 'it speaks http, not https', fr: 'il parle http, pas https' },
  'string-end': { en: 'a closing quotation mark', fr: 'un guillemet fermant' },
  'model-source-unreachable': { en: 'not reachable', fr: 'injoignable' },
  'model-source-refused': { en: 'sent something else than the file', fr: 'a envoyé autre chose que le fichier' },
  'model-source-absent': { en: 'not set up here, or without the file', fr: 'non configuré ici, ou sans le fichier' },
  'model-checksum-wrong': {
    en: 'the file was damaged or another one',
    fr: "le fichier était abîmé ou n'était pas le bon",
  },
  'model-download-cut': { en: 'the connection broke off', fr: "la connexion s'est interrompue" },
  'network-unreachable': { en: 'not reachable', fr: 'injoignable' },
  'network-timeout': { en: 'no answer in time', fr: 'pas de réponse à temps' },
  'network-interrupted': { en: 'the connection broke off', fr: "la connexion s'est interrompue" },
  'network-untrusted': { en: 'its certificate is not trusted', fr: "son certificat n'est pas reconnu" },
  'model-not-installed': { en: 'it isn’t installed here', fr: 'il n’est pas installé ici' },
  'model-unknown': { en: 'nobody knows it here', fr: 'il est inconnu ici' },
  'knowledge-built-otherwise': {
    en: 'the base was built with other ones',
    fr: 'la base a été construite avec d’autres',
  },
  'network-refused': { en: 'not allowed by JACQUARD_NETWORK', fr: 'non autorisé par JACQUARD_NETWORK' },
};

/** The words of a code; undefined for one that isn't in the list. */
export function codeWords(code: string): Words | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
