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
  'string-end': { en: 'a closing quotation mark', fr: 'un guillemet fermant' },
  'model-source-unreachable': { en: 'not reachable', fr: 'injoignable' },
  'model-source-refused': { en: 'sent something else than the file', fr: 'a envoyé autre chose que le fichier' },
  'model-source-absent': { en: 'not set up here, or without the file', fr: 'non configuré ici, ou sans le fichier' },
  'model-checksum-wrong': {
    en: 'the file was damaged or another one',
    fr: "le fichier était abîmé ou n'était pas le bon",
  },
  'model-download-cut': { en: 'the connection broke off', fr: "la connexion s'est interrompue" },
  'network-refused': { en: 'not allowed by JACQUARD_NETWORK', fr: 'non autorisé par JACQUARD_NETWORK' },
};

/** The words of a code; undefined for one that isn't in the list. */
export function codeWords(code: string): Words | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
