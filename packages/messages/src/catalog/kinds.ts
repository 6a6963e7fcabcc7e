import type { Catalog } from '../message-entry.ts';

const refused = { en: 'These don’t fit', fr: 'Ces deux-là ne vont pas ensemble' };

/** Why a wire is refused, and why a value isn't one of its kind. */
export const kindsMessages = {
  'kind-different': {
    title: refused,
    detail: {
      en: 'What comes out is {source:kind}; this input takes {target:kind}.',
      fr: 'La sortie donne : {source:kind}. Cette entrée attend : {target:kind}.',
    },
    hint: {
      en: 'Put a node between them that makes the one from the other.',
      fr: 'Placez entre les deux un nœud qui fait l’un à partir de l’autre.',
    },
  },
  'kind-text-to-number': {
    title: refused,
    detail: { en: 'A text is not a number.', fr: 'Un texte n’est pas un nombre.' },
    hint: {
      en: 'Take the number out with "Extract by pattern", or compute it with "Arithmetic".',
      fr: 'Tirez-en le nombre avec "Extraire par motif", ou calculez-le avec "Calcul".',
    },
  },
  'kind-text-to-boolean': {
    title: refused,
    detail: { en: 'A text is neither yes nor no.', fr: 'Un texte n’est ni oui ni non.' },
    hint: { en: 'Decide with "If", or with "Classify".', fr: 'Décidez avec "Si", ou avec "Classer".' },
  },
  'kind-text-to-json': {
    title: refused,
    detail: { en: 'A text is not JSON yet.', fr: 'Un texte n’est pas encore du JSON.' },
    hint: { en: 'Put "Parse JSON" between them.', fr: 'Placez "Lire du JSON" entre les deux.' },
  },
  'kind-text-to-table': {
    title: refused,
    detail: { en: 'A text is not a table yet.', fr: 'Un texte n’est pas encore un tableau.' },
    hint: { en: 'Put "Parse CSV" between them.', fr: 'Placez "Lire du CSV" entre les deux.' },
  },
  'kind-text-to-choice': {
    title: refused,
    detail: {
      en: 'Any text could arrive here, and only certain options are possible.',
      fr: 'N’importe quel texte pourrait arriver ici, et seuls certains choix sont possibles.',
    },
    hint: { en: 'Put "Classify" between them.', fr: 'Placez "Classer" entre les deux.' },
  },
  'kind-list-to-text': {
    title: refused,
    detail: { en: 'A list is not one text.', fr: 'Une liste n’est pas un texte.' },
    hint: {
      en: 'Put "Join texts" between them, or take "For each".',
      fr: 'Placez "Joindre des textes" entre les deux, ou prenez "Pour chaque".',
    },
  },
  'kind-list-to-item': {
    title: refused,
    detail: {
      en: 'What comes out is {source:kind}; this input takes one: {target:kind}.',
      fr: 'La sortie donne : {source:kind}. Cette entrée en attend un seul élément : {target:kind}.',
    },
    hint: { en: 'Put the nodes into "For each".', fr: 'Placez les nœuds dans "Pour chaque".' },
  },
  'kind-any-unknown': {
    title: refused,
    detail: {
      en: 'What comes out can be of any kind; this input takes {target:kind} alone.',
      fr: 'La sortie peut être de toute sorte ; cette entrée n’accepte que : {target:kind}.',
    },
    hint: {
      en: 'Put a node between them that makes sure of it, such as "JSON path" or "Parse JSON".',
      fr: 'Placez entre les deux un nœud qui s’en assure, comme "Chemin JSON" ou "Lire du JSON".',
    },
  },
  'kind-json-unknown': {
    title: refused,
    detail: {
      en: 'This input takes JSON of a certain form, and nothing is known of the JSON that comes out.',
      fr: 'Cette entrée attend un JSON d’une certaine forme, et l’on ne sait rien du JSON qui sort.',
    },
    hint: {
      en: 'Give the source a JSON Schema, or take "Structured output".',
      fr: 'Donnez un schéma JSON à la source, ou prenez "Sortie structurée".',
    },
  },
  'kind-json-schema': {
    title: refused,
    detail: {
      en: 'The JSON that comes out doesn’t have the form that this input takes: they differ at {place}.',
      fr: 'Le JSON qui sort n’a pas la forme attendue par cette entrée : ils diffèrent à {place}.',
    },
    hint: {
      en: 'Put a node between them that makes the form, such as "JSON path".',
      fr: 'Placez entre eux un nœud qui produit cette forme, comme "Chemin JSON".',
    },
  },
  'kind-choice-unknown': {
    title: refused,
    detail: {
      en: 'This input takes certain options, and those of the source are not known.',
      fr: 'Cette entrée attend certains choix, et ceux de la source ne sont pas connus.',
    },
    hint: {
      en: 'Link a node that gives one of these options, such as "Classify".',
      fr: 'Reliez un nœud qui donne une de ces options, comme "Classer".',
    },
  },
  'kind-choice-options': {
    title: refused,
    detail: {
      en: 'The source can give options that this input doesn’t have: {others}.',
      fr: 'La source peut donner des choix que cette entrée n’a pas : {others}.',
    },
    hint: { en: 'Take the same options on both sides.', fr: 'Reprenez les mêmes options des deux côtés.' },
  },
  'kind-needs-component': {
    title: refused,
    detail: {
      en: 'This input takes {target:kind} from a node that provides it; what comes out is {source:kind}.',
      fr: 'Cette entrée attend, d’un nœud qui le fournit : {target:kind}. La sortie donne : {source:kind}.',
    },
    hint: { en: 'Add such a node and link it here.', fr: 'Ajoutez un nœud de ce type et reliez-le ici.' },
  },
  'kind-component-to-data': {
    title: refused,
    detail: {
      en: 'What comes out ({source:kind}) is no data: it can only go where it is asked for.',
      fr: 'Ce qui sort ({source:kind}) n’est pas une donnée : on ne peut le relier que là où il est demandé.',
    },
    hint: { en: 'Link it to an input of the same kind.', fr: 'Reliez-la à une entrée du même type.' },
  },
  'value-wrong-kind': {
    title: { en: 'A value of the wrong kind', fr: 'Une valeur de la mauvaise sorte' },
    detail: {
      en: 'The value[[ of "{port}"]] should be {expected:kind}; it is {found:word}.',
      fr: 'La valeur[[ de "{port}"]] devrait être : {expected:kind}. On a reçu {found:word}.',
    },
    hint: {
      en: 'Give a value of this kind, or put a node before it that makes one.',
      fr: 'Donnez une valeur de ce type, ou placez avant un nœud qui en produit une.',
    },
  },
  'value-not-json': {
    title: { en: 'Not a value', fr: 'Ce n’est pas une valeur' },
    detail: {
      en: 'The value[[ of "{port}"]] holds something that JSON can’t hold ({found:word}).',
      fr: 'La valeur[[ de "{port}"]] contient quelque chose que JSON ne sait pas écrire ({found:word}).',
    },
    hint: {
      en: 'Give texts, numbers, true, false, lists and objects alone.',
      fr: 'Ne donnez que des textes, des nombres, true, false, des listes et des objets.',
    },
  },
  'value-off-schema': {
    title: { en: 'JSON of another form', fr: 'Un JSON d’une autre forme' },
    detail: {
      en: 'The JSON[[ of "{port}"]] doesn’t follow its schema at {place} ({keyword}).',
      fr: 'Le JSON[[ de "{port}"]] ne suit pas son schéma à {place} ({keyword}).',
    },
    hint: { en: 'Change the value there, or the schema.', fr: 'Modifiez la valeur à cet endroit, ou le schéma.' },
  },
  'value-not-an-option': {
    title: { en: 'Not one of the options', fr: 'Ne fait pas partie des choix' },
    detail: {
      en: '"{value}" is not one of the options[[ of "{port}"]]: {options}.',
      fr: '"{value}" ne fait pas partie des choix[[ de "{port}"]] : {options}.',
    },
    hint: { en: 'Give one of the options.', fr: 'Donnez une des options.' },
  },
} satisfies Catalog;
