import type { Words } from '@jacquard/flow';

/** Words that stand in params as codes: JSON's types, and what a parser expected. */
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
};

/** The words of a code; undefined for one that isn't in the list. */
export function codeWords(code: string): Words | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
