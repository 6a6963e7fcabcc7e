import type { Catalog } from '../message-entry.ts';

/** What can be wrong with texts, tables, files, patterns and expressions. */
export const dataNodesMessages = {
  'text-not-json': {
    title: { en: 'Not JSON', fr: 'Ce n’est pas du JSON' },
    detail: { en: 'The text is not JSON ({fault}): "{text}"', fr: 'Le texte n’est pas du JSON ({fault}) : "{text}"' },
    hint: {
      en: 'If a model wrote it, take "Structured output", which asks again.',
      fr: 'Si un modèle l’a écrit, prenez "Sortie structurée", qui redemande.',
    },
  },
  'json-not-of-schema': {
    title: { en: 'JSON of another form', fr: 'Un JSON d’une autre forme' },
    detail: {
      en: 'The JSON doesn’t follow the schema at {place} ({keyword}).',
      fr: 'Le JSON ne suit pas le schéma à {place} ({keyword}).',
    },
    hint: { en: 'Change the JSON there, or the schema.', fr: 'Modifiez le JSON à cet endroit, ou le schéma.' },
  },
  'json-path-not-valid': {
    title: { en: 'Not a path', fr: 'Ce n’est pas un chemin' },
    detail: { en: '"{path}" can’t be read: {fault}.', fr: '"{path}" ne peut être lu : {fault}.' },
    hint: {
      en: 'A path begins with $, such as $.orders[0].price.',
      fr: 'Un chemin commence par $, comme $.commandes[0].prix.',
    },
  },
  'json-path-too-costly': {
    title: { en: 'A path that would take too long', fr: 'Un chemin trop long à suivre' },
    detail: {
      en: '"{path}" goes through all {parts} parts of the data again and again.',
      fr: '"{path}" parcourt encore et encore les {parts} parties des données.',
    },
    hint: {
      en: 'Name the parts instead of using .. several times.',
      fr: 'Nommez les parties au lieu d’employer plusieurs fois « .. ».',
    },
  },
  'pattern-not-valid': {
    title: { en: 'Not a pattern', fr: 'Ce n’est pas un motif' },
    detail: {
      en: '"{pattern}" is not a regular expression of RE2: {fault}.',
      fr: '"{pattern}" n’est pas une expression régulière de RE2 : {fault}.',
    },
    hint: {
      en: 'Look-around and back-references don’t exist there; a bracket that is meant as such needs a \\ before it.',
      fr: 'Les assertions et les références arrière n’y existent pas ; une parenthèse littérale demande un \\ devant elle.',
    },
  },
  'pattern-too-long': {
    title: { en: 'A pattern that is too long', fr: 'Un motif trop long' },
    detail: {
      en: 'A pattern may have {most} characters at most.',
      fr: 'Un motif peut avoir {most} caractères au plus.',
    },
    hint: {
      en: 'Shorten it, or use several nodes one after the other.',
      fr: 'Raccourcissez-le, ou employez plusieurs nœuds à la suite.',
    },
  },
  'text-too-long': {
    title: { en: 'A text that is too long', fr: 'Un texte trop long' },
    detail: {
      en: 'The text has {length} characters; a pattern is tried on {most} at most.',
      fr: 'Le texte a {length} caractères ; un motif s’essaie sur {most} au plus.',
    },
    hint: { en: 'Split it, and treat the parts one by one.', fr: 'Découpez-le et traitez les parties une à une.' },
  },
  'matches-too-many': {
    title: { en: 'Too many matches', fr: 'Trop d’occurrences' },
    detail: {
      en: 'More than {most} parts fit, and none is left out unsaid.',
      fr: 'Plus de {most} parties conviennent, et aucune n’est omise en silence.',
    },
    hint: { en: 'Ask for less, or for parts of the data.', fr: 'Demandez moins, ou des parties des données.' },
  },
  'csv-quote-open': {
    title: { en: 'A quotation mark that is never closed', fr: 'Un guillemet jamais fermé' },
    detail: {
      en: 'From line {row} on, the rest of the text would be one cell.',
      fr: 'À partir de la ligne {row}, tout le reste du texte serait une seule cellule.',
    },
    hint: {
      en: 'Close the quotation mark, or double one that is meant as such.',
      fr: 'Fermez le guillemet, ou doublez-le s’il fait partie du texte.',
    },
  },
  'column-not-found': {
    title: { en: 'No such column', fr: 'Colonne inconnue' },
    detail: {
      en: 'The table has no column "{column}".[[ It has: {columns}.]]',
      fr: 'Le tableau n’a pas de colonne "{column}".[[ Il a : {columns}.]]',
    },
    hint: { en: 'Capitals and accents count.', fr: 'Les majuscules et les accents comptent.' },
  },
  'list-empty': {
    title: { en: 'An empty list', fr: 'Une liste vide' },
    detail: {
      en: 'There is no most frequent value where there is none at all.',
      fr: 'Il n’y a pas de valeur la plus fréquente là où il n’y en a aucune.',
    },
    hint: { en: 'Look at the node before it: it gave nothing.', fr: "Regardez le nœud précédent : il n'a rien donné." },
  },
  'file-not-text': {
    title: { en: 'Not a text file', fr: 'Ce n’est pas un fichier texte' },
    detail: {
      en: '"{file}" is a picture, an archive or some other file without plain text.',
      fr: '"{file}" est une image, une archive ou un autre fichier sans texte brut.',
    },
    hint: {
      en: 'Save it as text, Markdown, CSV or JSON.',
      fr: 'Enregistrez-le en texte, Markdown, CSV ou JSON.',
    },
  },
  'expression-not-valid': {
    title: { en: 'Not a calculation', fr: 'Ce n’est pas un calcul' },
    detail: {
      en: '"{expression}" can’t be calculated: {fault}.',
      fr: '"{expression}" ne peut être calculé : {fault}.',
    },
    hint: {
      en: 'Numbers, + - * / ^ %, parentheses and a few functions are known; inputs are written in double braces.',
      fr: 'On connaît les nombres, + - * / ^ %, les parenthèses et quelques fonctions ; les entrées s’écrivent entre doubles accolades.',
    },
  },
  'expression-without-value': {
    title: { en: 'A number is missing', fr: 'Il manque un nombre' },
    detail: { en: 'There is no number for "{name}".', fr: 'Il n’y a pas de nombre pour "{name}".' },
    hint: { en: 'Set it, or wire a number to it.', fr: 'Indiquez-le, ou reliez-y un nombre.' },
  },
  'result-not-finite': {
    title: { en: 'No number comes out', fr: 'Aucun nombre n’en sort' },
    detail: {
      en: '"{expression}" is too large for a number, or has no value, like 1 / 0.',
      fr: '"{expression}" est trop grand pour un nombre, ou n’a pas de valeur, comme 1 / 0.',
    },
    hint: {
      en: 'Look at the numbers that come in, and at divisions.',
      fr: 'Regardez les nombres reçus, et les divisions.',
    },
  },
} satisfies Catalog;
